"""The forms of an SOP's figures and reviews: the period, the monitoring form, an evaluation."""

from datetime import date
from math import ceil

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from lapkin.isian import IsianTanggal

from ..monitoring import METODE, BarisMonitoring, Penilaian
from ..putaran import Periode

_TANGGAL = {"required": "Pilih tanggalnya.", "invalid": "Tanggal tidak terbaca."}
_TERAWAL, _TERAKHIR = date(2000, 1, 1), date(2099, 12, 31)
_PILIHAN = [(satu.value, satu.tercetak) for satu in Penilaian]


class FormPeriode(forms.Form):
    """The days between which rounds ended; `cleaned_data["periode"]`."""

    dari = forms.DateField(
        label="Dari",
        widget=IsianTanggal,
        error_messages=_TANGGAL,
        validators=[MinValueValidator(_TERAWAL, "Periode dimulai paling awal tahun 2000.")],
    )
    sampai = forms.DateField(
        label="Sampai",
        widget=IsianTanggal,
        error_messages=_TANGGAL,
        validators=[MaxValueValidator(_TERAKHIR, "Periode berakhir paling lambat tahun 2099.")],
    )

    def clean(self):
        isi = super().clean()
        dari, sampai = isi.get("dari"), isi.get("sampai")
        if dari and sampai:
            if dari > sampai:
                self.add_error("sampai", "Akhir periode mendahului awalnya.")
            isi["periode"] = Periode(dari=dari, sampai=sampai)
        return isi


class FormMonitoring(forms.Form):
    """The monitoring form: three fields for each row, proposed in `baris` (a sequence of BarisMonitoring).

    Fields bear the kode of their step: what was typed stays with it when another revision comes into force meanwhile.
    """

    tanggal = forms.DateField(label="Tanggal penilaian", widget=IsianTanggal, error_messages=_TANGGAL)
    metode = forms.MultipleChoiceField(
        label="Metode",
        choices=list(METODE.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu metode."},
    )
    kesimpulan = forms.CharField(
        label="Kesimpulan", widget=forms.Textarea({"rows": 3}), required=False, max_length=2000
    )

    def __init__(self, *args, baris, hari_ini, **kwargs):
        super().__init__(*args, **kwargs)
        self.baris, self.hari_ini = baris, hari_ini
        self.fields["tanggal"].initial = hari_ini
        for nomor, satu in enumerate(baris, start=1):
            sebutan = f"langkah {satu.no or nomor}"
            self.fields[f"penilaian-{satu.langkah}"] = forms.ChoiceField(
                label=f"Penilaian {sebutan}",
                choices=_PILIHAN,
                initial=satu.penilaian.value,
                error_messages={"required": "Pilih penilaiannya."},
            )
            self.fields[f"catatan-{satu.langkah}"] = _teks(f"Catatan {sebutan}", satu.catatan)
            self.fields[f"tindakan-{satu.langkah}"] = _teks(f"Tindakan {sebutan}", satu.tindakan)

    def clean_tanggal(self):
        tanggal = self.cleaned_data["tanggal"]
        if tanggal > self.hari_ini:
            raise forms.ValidationError("Tanggal penilaian belum tiba.")
        return tanggal

    def clean(self):
        isi = super().clean()
        for satu in self.baris:
            if isi.get(f"penilaian-{satu.langkah}") == Penilaian.TIDAK and not isi.get(
                f"tindakan-{satu.langkah}"
            ):
                self.add_error(
                    f"tindakan-{satu.langkah}", "Sebutkan tindakan bagi langkah yang tidak berjalan baik."
                )
        return isi

    def daftar_isian(self):
        """(row, its three fields), for the page."""
        return [
            (satu, [self[f"{nama}-{satu.langkah}"] for nama in ("penilaian", "catatan", "tindakan")])
            for satu in self.baris
        ]

    def isian_pokok(self):
        """The fields that are not of a row."""
        return [self[nama] for nama in ("tanggal", "metode", "kesimpulan")]

    def hasil(self) -> dict:
        """What the act takes."""
        isi = self.cleaned_data
        return {
            "tanggal": isi["tanggal"],
            "metode": [METODE[satu] for satu in isi["metode"]],
            "kesimpulan": isi["kesimpulan"],
            "baris": [
                BarisMonitoring(
                    langkah=satu.langkah,
                    no=satu.no,
                    prosedur=satu.prosedur,
                    penilaian=Penilaian(isi[f"penilaian-{satu.langkah}"]),
                    catatan=isi[f"catatan-{satu.langkah}"],
                    tindakan=isi[f"tindakan-{satu.langkah}"],
                )
                for satu in self.baris
            ],
        }


class FormEvaluasi(forms.Form):
    """An evaluation that was held: when, and what came of it."""

    tanggal = forms.DateField(label="Tanggal evaluasi", widget=IsianTanggal, error_messages=_TANGGAL)
    catatan = forms.CharField(
        label="Hasil evaluasi",
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        error_messages={"required": "Tuliskan hasil evaluasinya."},
    )


def _teks(label, awal):
    # As many lines as the proposal takes in its column, so that none of it is hidden.
    baris = max(3, ceil(len(awal) / 26) + 1)
    return forms.CharField(
        label=label, initial=awal, widget=forms.Textarea({"rows": baris}), required=False, max_length=600
    )
