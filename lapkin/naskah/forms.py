"""Forms of letters, generated from the description of each form's fields."""

from django import forms
from django.utils.html import format_html, format_html_join

from lapkin.arsip.models import Klasifikasi
from lapkin.isian import IsianTanggal
from lapkin.organisasi.models import Jabatan

from .bentuk.periksa import nilai_bersih
from .isian_tabel import baca_baris, baris_tampil, nama_sel
from .nomor import KLASIFIKASI_BAWAAN
from .queries import pilihan_penanda_tangan


class TabelIsian(forms.Widget):
    """A small table of text inputs; empty rows at its end take more, and saving gives new empty ones."""

    use_fieldset = True

    def __init__(self, daftar_kolom):
        super().__init__()
        self.daftar_kolom = daftar_kolom

    def value_from_datadict(self, data, files, name):
        return baca_baris(data, name, self.daftar_kolom)

    def value_omitted_from_data(self, data, files, name):
        return not self.value_from_datadict(data, files, name)

    def render(self, name, value, attrs=None, renderer=None):
        kepala = format_html_join("", '<th scope="col">{}</th>', ((k.label,) for k in self.daftar_kolom))
        isi = format_html_join("", "<tr>{}</tr>", self._daftar_baris(name, value))
        return format_html(
            '<table class="tabel tabel-tumpuk"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
            kepala,
            isi,
        )

    def _daftar_baris(self, nama, nilai):
        for ke, baris in enumerate(baris_tampil(nilai)):
            yield (format_html_join("", _SEL, self._daftar_sel(nama, ke, baris)),)

    def _daftar_sel(self, nama, ke, baris):
        for kolom in self.daftar_kolom:
            label = f"{kolom.label}, baris {ke + 1}"
            yield kolom.label, nama_sel(nama, ke, kolom), baris.get(kolom.nama, ""), label


_SEL = '<td data-label="{}"><input type="text" name="{}" value="{}" aria-label="{}"></td>'


class DaftarIsian(forms.Textarea):
    """A list as lines of text."""

    def format_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value


class BidangNaskah(forms.Field):
    """One field of a letter's form; its rules are those of naskah/bentuk/periksa.py."""

    def __init__(self, isian):
        self.isian = isian
        super().__init__(
            label=isian.label,
            required=isian.wajib,
            help_text=isian.bantuan,
            initial=isian.bawaan or None,
            widget=_widget(isian),
        )

    def clean(self, value):
        try:
            return nilai_bersih(self.isian, value)
        except ValueError as salah:
            raise forms.ValidationError(str(salah)) from salah


class FormNaskah(forms.Form):
    """A letter of one form: its subject, who signs, and the fields of the form."""

    hal = forms.CharField(label="Hal", max_length=300)
    penanda_tangan = forms.ModelChoiceField(
        label="Penanda tangan",
        queryset=Jabatan.objects.none(),
        empty_label="Pilih jabatan",
        error_messages={"required": "Pilih jabatan yang menandatangani."},
    )

    def __init__(self, *args, bentuk, pegawai, tetap=False, **kwargs):
        """`tetap`: a letter that exists keeps its signing post."""
        super().__init__(*args, **kwargs)
        self.bentuk = bentuk
        self.fields["penanda_tangan"].queryset = pilihan_penanda_tangan(pegawai)
        if tetap:
            del self.fields["penanda_tangan"]
        self.fields |= {isian.nama: BidangNaskah(isian) for isian in bentuk.daftar_isian}

    def isi(self) -> dict:
        """The values of the form's own fields."""
        return {isian.nama: self.cleaned_data[isian.nama] for isian in self.bentuk.daftar_isian}


class FormNomor(forms.Form):
    """Under which classification a letter is numbered."""

    klasifikasi = forms.ModelChoiceField(
        label="Klasifikasi", queryset=Klasifikasi.objects.all(), to_field_name="kode", empty_label=None
    )

    def __init__(self, *args, **kwargs):
        # Its own ids: the form of the archive on the same page has a klasifikasi too.
        super().__init__(*args, auto_id="nomor_%s", **kwargs)
        self.fields["klasifikasi"].initial = KLASIFIKASI_BAWAAN


class FormTandaTangan(forms.Form):
    """The scan of the signed paper, and the officer's word that it is the printed file."""

    pindaian = forms.FileField(
        label="Pindaian naskah yang sudah ditandatangani",
        help_text="Semua halaman dalam satu PDF; untuk satu halaman boleh PNG atau JPG.",
        error_messages={"required": "Unggah pindaian naskah yang sudah ditandatangani."},
    )
    pernyataan = forms.BooleanField(
        error_messages={"required": "Pastikan kode pada kertas sama, lalu centang pernyataan ini."}
    )

    def __init__(self, *args, kode, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pernyataan"].label = f"Saya menandatangani cetakan dengan kode berkas {kode}."


def _widget(isian):
    match isian.jenis:
        case "teks":
            return forms.Textarea(attrs={"rows": 6})
        case "daftar":
            return DaftarIsian(attrs={"rows": 4})
        case "tanggal":
            return IsianTanggal()
        case "pilihan":
            return forms.Select(choices=[(satu, satu) for satu in isian.pilihan])
        case "tabel":
            return TabelIsian(isian.daftar_kolom)
    return forms.TextInput()
