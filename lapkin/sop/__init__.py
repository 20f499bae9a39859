"""The SOP as a value: read, checked, edited, compared, drawn and exchanged; knows no office and no database."""
