"""The faces that sheets are set in: their files, their widths, their subsets."""
