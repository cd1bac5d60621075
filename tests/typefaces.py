"""The two Arabic typefaces of the program: Naskh has the empty alef, Sans the ligature."""

FONTS = {"naskh": "Noto Naskh Arabic", "sans": "Noto Sans Arabic"}
