"""What the administrator fills in for a rung of the ladder."""

from django import forms

from .kalimat import DAFTAR_ISIAN, TeksTidakSah, periksa_teks
from .models import SELISIH_TERJAUH, AnakTangga

ARAH = [("sebelum", "sebelum tenggat"), ("saat", "saat tenggat"), ("sesudah", "sesudah tenggat")]


class IsianAnak(forms.ModelForm):
    """A rung; its distance is asked as a number and a direction, as people say it."""

    jarak = forms.IntegerField(
        label="Jarak",
        required=False,
        min_value=0,
        max_value=SELISIH_TERJAUH,
        help_text="Misalnya 1; kosongkan bila saat tenggat.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "pendek"}),
    )
    arah = forms.ChoiceField(label="Kapan", choices=ARAH)

    class Meta:
        model = AnakTangga
        fields = ["arah", "jarak", "satuan", "saluran", "kepada", "teks", "aktif"]
        labels = {
            "satuan": "Satuan jarak",
            "kepada": "Kepada",
            "teks": "Teks",
            "aktif": "Pengingat ini dipakai",
        }
        help_texts = {
            "teks": "Boleh memuat " + ", ".join(f"{{{nama}}}" for nama in DAFTAR_ISIAN) + ".",
            "saluran": "Surel memerlukan alamat surel pegawai; teks WhatsApp dikirim orang dari Kotak keluar.",
        }
        widgets = {"teks": forms.Textarea({"rows": 7})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        saluran = self.fields["saluran"]
        saluran.choices = [("", "(pilih saluran)"), *(pilihan for pilihan in saluran.choices if pilihan[0])]
        selisih = self.instance.selisih
        if selisih is not None:
            self.initial["jarak"] = abs(selisih) or None
            self.initial["arah"] = "saat" if not selisih else ("sebelum" if selisih < 0 else "sesudah")

    def clean_teks(self):
        teks = self.cleaned_data["teks"].replace("\r\n", "\n").strip()
        try:
            periksa_teks(teks)
        except TeksTidakSah as galat:
            raise forms.ValidationError(str(galat)) from None
        return teks

    def clean(self):
        """Turn number and direction into the signed distance `selisih`."""
        isian = super().clean()
        arah, jarak = isian.pop("arah", None), isian.pop("jarak", None) or 0
        if arah in {"sebelum", "sesudah"} and not jarak and "jarak" not in self.errors:
            self.add_error("jarak", "Isi jaraknya, atau pilih saat tenggat.")
        isian["selisih"] = {"sebelum": -jarak, "sesudah": jarak}.get(arah, 0)
        return isian
