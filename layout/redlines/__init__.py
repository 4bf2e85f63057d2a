"""What an editor made of a document, turned into corrections of its pages."""
