"""The article: shows spans, reports gestures in code points, never edits."""
