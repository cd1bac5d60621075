"""Frozen values: document, span, label, layer, edit; and what can be wrong."""
