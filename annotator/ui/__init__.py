"""Windows, panels, painting, keys; the only room that knows Qt and UTF-16."""
