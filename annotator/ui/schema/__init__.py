"""The window in which the labels of a project, their attributes and relations are changed."""
