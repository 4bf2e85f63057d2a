"""Every format we read, in one table: to add one, write its module and add its line."""
