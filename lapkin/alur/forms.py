"""Forms of the SOP pages: binding roles, and the life of a revision."""

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


class FormCatatan(forms.Form):
    """Why an SOP is revised."""

    catatan = forms.CharField(
        label="Mengapa SOP ini direvisi",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text="Misalnya hasil evaluasi, atau peraturan yang berubah.",
        error_messages={"required": "Tuliskan mengapa SOP ini direvisi."},
    )


class FormCabut(forms.Form):
    """Why an SOP is revoked without a successor."""

    alasan = forms.CharField(
        label="Alasan atau dasar pencabutan",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        error_messages={"required": "Sebutkan alasan atau dasar pencabutan SOP ini."},
    )


class FormBekukan(forms.Form):
    """Which post signs the SOP; the one whose name the identity block prints is proposed."""

    pengesah = forms.ModelChoiceField(
        label="Disahkan oleh pemegang jabatan",
        queryset=Jabatan.objects.none(),
        empty_label="(pilih jabatan)",
        error_messages={"required": "Pilih jabatan yang mengesahkan SOP ini."},
    )

    def __init__(self, *args, instansi, isi=None, **kwargs):
        super().__init__(*args, **kwargs)
        daftar = Jabatan.objects.filter(instansi__in=[instansi.pk, instansi.induk_id])
        self.fields["pengesah"].queryset = daftar
        if isi:
            tercetak = isi.identitas.pengesah.jabatan.strip()
            self.fields["pengesah"].initial = daftar.filter(nama__iexact=tercetak).first()


class FormPengesahan(forms.Form):
    """The scan of the signed form, which form was read, and the officer's word that it is the same."""

    pindaian = forms.FileField(
        label="Pindaian formulir yang sudah ditandatangani",
        help_text="Semua halaman dalam satu PDF; untuk satu halaman boleh PNG atau JPG.",
        error_messages={"required": "Unggah pindaian formulir yang sudah ditandatangani."},
    )
    formulir = forms.CharField(widget=forms.HiddenInput)
    pernyataan = forms.BooleanField(
        label="Saya menandatangani cetakan formulir beku ini, dan pindaiannya lengkap.",
        error_messages={"required": "Pastikan yang ditandatangani formulir ini, lalu centang pernyataan."},
    )

    def __init__(self, *args, formulir, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["formulir"].initial = formulir.sha256
