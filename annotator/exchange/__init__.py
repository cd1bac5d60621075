"""One file format a file; readers and writers."""
