"""The verbs without a window, one verb a file."""
