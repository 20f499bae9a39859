"""Form widgets that all rooms share: what a phone's keyboard and a browser's own pickers need."""

from django import forms


class IsianTanggal(forms.DateInput):
    """A day with the browser's own picker, which reads and writes only the form 2027-01-11."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class IsianAngka(forms.TextInput):
    """A figure as text: the keyboard of numbers, and no browser that changes what was typed."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})
