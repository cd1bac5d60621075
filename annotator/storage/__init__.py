"""The project file; all SQL of the program is here."""
