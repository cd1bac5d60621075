"""Everything an analyst can do to a project, with or without a window."""
