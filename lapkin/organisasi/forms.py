"""What the administrator fills in; each form gives its act the fields by name."""

import re

from django import forms

from lapkin.isian import IsianTanggal

from .batas_penugasan import kalimat_batas
from .jam_kerja import HARI, baca_jam, tulis_jam
from .models import AnggotaTim, HariLibur, Instansi, Jabatan, Pegawai, Penugasan, Tim, UnitKerja
from .queries import hari_ini
from .zona import DAFTAR_ZONA

ZONA = list(DAFTAR_ZONA.items())
TANPA_ISI_OTOMATIS = {"autocomplete": "off"}


def nama_pengguna(tertulis: str) -> str:
    """A user name, kept in small letters: signing in doesn't ask which were capital; raises ValidationError."""
    nama = tertulis.lower()
    if not re.fullmatch(r"[a-z0-9._-]+", nama):
        raise forms.ValidationError(
            "Gunakan huruf, angka, titik, garis bawah, atau tanda hubung, tanpa spasi."
        )
    return nama


class IsianInstansi(forms.ModelForm):
    """Identity, letterhead, colour and working time of an instansi."""

    kop = forms.CharField(
        label="Kop surat",
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="Satu baris kop per baris, dari atas ke bawah; tanpa alamat.",
    )
    zona_waktu = forms.ChoiceField(label="Zona waktu", choices=ZONA)

    class Meta:
        model = Instansi
        fields = [
            "nama", "jenis", "kop", "alamat", "tempat", "warna", "zona_waktu",
            "menit_sehari", "hari_seminggu", "hari_sebulan",
        ]  # fmt: skip
        labels = {
            "nama": "Nama instansi",
            "tempat": "Kota pada surat",
            "warna": "Warna instansi",
            "menit_sehari": "Satu hari kerja (menit)",
            "hari_seminggu": "Satu minggu (hari kerja)",
            "hari_sebulan": "Satu bulan (hari kerja)",
        }
        help_texts = {
            "tempat": "Misalnya Pontianak.",
            "warna": "Dipakai pada tombol dan tautan; keterbacaannya dijaga.",
            "menit_sehari": "Untuk menghitung waktu baku pada SOP.",
        }
        widgets = {
            "nama": forms.TextInput({"autocomplete": "organization"}),
            "alamat": forms.Textarea({"rows": 3, "autocomplete": "street-address"}),
            "warna": forms.TextInput({"type": "color"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["kop"] = "\n".join(self.instance.kop)
        for nomor, hari in enumerate(HARI):
            self.fields[f"jam_{nomor}"] = forms.CharField(
                label=f"Jam kerja {hari}",
                required=False,
                initial=tulis_jam(self.instance.jam_kerja.get(str(nomor), [])),
                help_text="Misalnya 07.30-12.00, 13.00-16.00; kosong berarti libur." if nomor == 0 else "",
                widget=forms.TextInput(TANPA_ISI_OTOMATIS),
            )

    def clean_kop(self):
        return [baris.strip() for baris in self.cleaned_data["kop"].splitlines() if baris.strip()]

    def clean(self):
        """Gather the seven lines of hours into the one field `jam_kerja`."""
        isian = super().clean()
        jam_kerja = {str(nomor): self._jam(f"jam_{nomor}", isian) for nomor in range(len(HARI))}
        isian["jam_kerja"] = {nomor: daftar for nomor, daftar in jam_kerja.items() if daftar}
        if not isian["jam_kerja"]:
            self.add_error("jam_0", "Isi jam kerja sekurangnya satu hari.")
        return isian

    def _jam(self, nama, isian):
        try:
            return baca_jam(isian.pop(nama, ""))
        except ValueError as galat:
            self.add_error(nama, str(galat))
            return None


class IsianInstansiBaru(IsianInstansi):
    class Meta(IsianInstansi.Meta):
        fields = ["kode", *IsianInstansi.Meta.fields]
        labels = {"kode": "Kode instansi", **IsianInstansi.Meta.labels}
        help_texts = {
            "kode": "Huruf kecil, angka, dan tanda hubung, misalnya dinkes-kalbar. Kelak tak dapat diubah.",
            **IsianInstansi.Meta.help_texts,
        }
        error_messages = {
            "kode": {
                "invalid": "Kode hanya memuat huruf, angka, garis bawah, dan tanda hubung.",
                "unique": "Kode ini sudah dipakai instansi lain.",
            }
        }


class IsianLambang(forms.Form):
    lambang = forms.FileField(
        label="Berkas lambang",
        help_text="PNG atau JPEG, paling baik persegi dan sekurangnya 300 piksel.",
        widget=forms.FileInput({"accept": "image/png,image/jpeg"}),
    )


class _IsianSeinstansi(forms.ModelForm):
    """A form whose choices are limited to one instansi."""

    def __init__(self, *args, instansi, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.instansi = instansi
        for isi in self.fields.values():
            if isinstance(isi, forms.ModelChoiceField):
                isi.queryset = isi.queryset.filter(instansi=instansi)

    def _kecuali_diri(self, nama):
        if self.instance.pk:
            isi = self.fields[nama]
            isi.queryset = isi.queryset.exclude(pk=self.instance.pk)


class IsianUnit(_IsianSeinstansi):
    class Meta:
        model = UnitKerja
        fields = ["nama", "jenis", "induk", "urutan"]
        labels = {"nama": "Nama unit kerja", "induk": "Bagian dari"}
        help_texts = {"urutan": "Angka kecil tampil lebih dahulu."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._kecuali_diri("induk")


class IsianJabatan(_IsianSeinstansi):
    class Meta:
        model = Jabatan
        fields = ["nama", "jenis", "unit", "atasan", "urutan"]
        labels = {"nama": "Nama jabatan", "unit": "Unit kerja", "atasan": "Atasan langsung"}
        help_texts = {
            "jenis": "Jabatan struktural dipegang satu orang; yang lain boleh beberapa.",
            "urutan": "Angka kecil tampil lebih dahulu.",
        }
        widgets = {"nama": forms.TextInput({"autocomplete": "organization-title"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._kecuali_diri("atasan")


class IsianPegawai(_IsianSeinstansi):
    nip = forms.CharField(
        label="NIP",
        required=False,
        help_text="18 angka; kosong bila belum ada.",
        widget=forms.TextInput({"inputmode": "numeric", **TANPA_ISI_OTOMATIS}),
    )

    class Meta:
        model = Pegawai
        fields = [
            "nama", "gelar_depan", "gelar_belakang", "nip", "pangkat", "golongan", "username", "surel",
            "telepon", "pengelola",
        ]  # fmt: skip
        labels = {"nama": "Nama tanpa gelar", "pengelola": "Pengelola Lapkin di instansi ini"}
        help_texts = {
            "username": "Dipakai untuk masuk, selain NIP. Huruf kecil tanpa spasi.",
            "gelar_depan": "Misalnya Dr.",
            "gelar_belakang": "Misalnya S.E., M.Si.",
            "pangkat": "Misalnya Penata Tingkat I.",
            "golongan": "Misalnya III/d.",
            "telepon": "Misalnya 081234567890; untuk pengingat yang dikirim rekan kerja.",
        }
        widgets = {
            "nama": forms.TextInput(TANPA_ISI_OTOMATIS),
            "username": forms.TextInput(
                {"autocapitalize": "none", "spellcheck": "false", **TANPA_ISI_OTOMATIS}
            ),
            "surel": forms.EmailInput(TANPA_ISI_OTOMATIS),
            "telepon": forms.TextInput({"inputmode": "tel", **TANPA_ISI_OTOMATIS}),
        }

    def clean_nip(self):
        """Spaces as printed on letters are no part of the number; empty is not known."""
        return re.sub(r"\s", "", self.cleaned_data["nip"]) or None

    def clean_username(self):
        return nama_pengguna(self.cleaned_data["username"])

    def clean_telepon(self):
        """Spaces, dots and dashes as printed on cards are no part of the number."""
        return re.sub(r"[\s.()-]", "", self.cleaned_data["telepon"])


class IsianPenugasan(forms.ModelForm):
    class Meta:
        model = Penugasan
        fields = ["pegawai", "jenis", "dari", "sampai", "nomor_sk"]
        labels = {"dari": "Mulai tanggal", "sampai": "Sampai tanggal"}
        help_texts = {
            "jenis": "Plt. bila jabatan lowong, Plh. bila pejabatnya berhalangan, Pj. bila penjabat.",
            "sampai": "Hari terakhir; kosong berarti sampai ada penugasan lain.",
        }
        widgets = {"dari": IsianTanggal(), "sampai": IsianTanggal()}

    def __init__(self, *args, jabatan, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.jabatan = jabatan
        self.instance.tunggal = jabatan.jenis == Jabatan.Jenis.STRUKTURAL
        self.fields["pegawai"].queryset = jabatan.instansi.daftar_pegawai.filter(is_active=True)
        batas = kalimat_batas({"plt": "Plt.", "plh": "Plh."}, hari_ini(jabatan.instansi))
        self.fields["sampai"].help_text += f" {batas}"


class IsianAkhir(forms.Form):
    sampai = forms.DateField(label="Hari terakhir", widget=IsianTanggal())


class IsianTim(_IsianSeinstansi):
    class Meta:
        model = Tim
        fields = ["nama", "tahun", "nomor_sk"]
        labels = {"nama": "Nama tim"}
        help_texts = {"tahun": "Tahun anggaran tim bekerja."}


class IsianAnggota(forms.ModelForm):
    class Meta:
        model = AnggotaTim
        fields = ["pegawai", "kedudukan"]

    def __init__(self, *args, tim, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.tim = tim
        self.fields["pegawai"].queryset = tim.instansi.daftar_pegawai.filter(is_active=True)


class IsianLibur(_IsianSeinstansi):
    class Meta:
        model = HariLibur
        fields = ["tanggal", "nama"]
        labels = {"nama": "Nama hari libur"}
        help_texts = {"nama": "Misalnya Cuti bersama Idul Fitri, atau Hari jadi kabupaten."}
        widgets = {"tanggal": IsianTanggal(), "nama": forms.TextInput(TANPA_ISI_OTOMATIS)}


class IsianPemasangan(forms.ModelForm):
    """What `pasang_kantor` asks: the first instansi, and the user name of its pengelola."""

    zona_waktu = forms.ChoiceField(label="Zona waktu", choices=ZONA, initial="Asia/Jakarta")
    pengguna = forms.CharField(
        label="Nama pengguna pengelola",
        max_length=60,
        initial="pengelola",
        help_text="Dipakai untuk masuk. Huruf kecil tanpa spasi.",
    )

    class Meta:
        model = Instansi
        fields = ["kode", "nama", "jenis", "tempat", "zona_waktu"]
        labels = IsianInstansiBaru.Meta.labels
        help_texts = IsianInstansiBaru.Meta.help_texts
        error_messages = IsianInstansiBaru.Meta.error_messages

    def clean_pengguna(self):
        return nama_pengguna(self.cleaned_data["pengguna"])
