"""Facts about text: str in, int out; offsets are code points."""
