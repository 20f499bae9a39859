"""Binding a role of an SOP to a post or a team."""

from django import forms

from lapkin.organisasi.models import Jabatan, Tim


class FormIkat(forms.Form):
    """Which role is held by which post (also of a perangkat daerah below the office) or which team."""

    nama = forms.ChoiceField(label="Peran")
    jabatan = forms.ModelChoiceField(
        label="Jabatan", queryset=Jabatan.objects.none(), required=False, empty_label="(bukan jabatan)"
    )
    tim = forms.ModelChoiceField(
        label="Tim", queryset=Tim.objects.none(), required=False, empty_label="(bukan tim)"
    )

    def __init__(self, *args, sop, isi, daftar_instansi, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nama"].choices = [(peran.nama, peran.nama) for peran in isi.peran]
        self.fields["jabatan"].queryset = Jabatan.objects.filter(instansi__in=daftar_instansi)
        self.fields["tim"].queryset = Tim.objects.filter(instansi=sop.instansi)

    def clean(self):
        isi = super().clean()
        if bool(isi.get("jabatan")) == bool(isi.get("tim")):
            raise forms.ValidationError("Pilih satu jabatan atau satu tim untuk peran ini.")
        return isi
