"""The forms about a task's clock: pausing it, and another due date."""

from datetime import date

from django import forms

from lapkin.alur.queries import kalender_kasus
from lapkin.alur.tenggat import tutup_kerja
from lapkin.bahasa.tanggal import lengkap
from lapkin.isian import IsianTanggal


class FormTunda(forms.Form):
    """Who is waited for, and why."""

    menunggu = forms.CharField(
        label="Menunggu siapa",
        max_length=200,
        error_messages={"required": "Sebutkan siapa yang ditunggu, misalnya BPKAD."},
    )
    alasan = forms.CharField(
        label="Apa yang ditunggu",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Sebutkan apa yang ditunggu; alasan ini tercetak pada jejak."},
    )


class FormTenggat(forms.Form):
    """The new last day of a task; it is due at closing time of the office."""

    tanggal = forms.DateField(
        label="Tenggat baru",
        widget=IsianTanggal,
        help_text="Jatuh tempo pada akhir jam kerja hari itu.",
        error_messages={
            "required": "Pilih tanggal tenggat yang baru.",
            "invalid": "Tanggal tidak terbaca; pilih dari kalender.",
        },
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Sebutkan alasan mengubah tenggat; alasan ini tercetak pada jejak."},
    )

    def __init__(self, *args, tugas, **kwargs):
        super().__init__(*args, **kwargs)
        self.tugas = tugas

    def clean_tanggal(self) -> date:
        """Keeps the moment itself as `saat`: closing time on that day, which must be a working day."""
        tanggal = self.cleaned_data["tanggal"]
        kalender = kalender_kasus(self.tugas.pelaksanaan)
        awal, akhir = min(kalender.libur).year, max(kalender.libur).year
        if not awal <= tanggal.year <= akhir:
            raise forms.ValidationError(f"Pilih tanggal antara tahun {awal} dan {akhir}.")
        self.saat = tutup_kerja(tanggal, kalender)
        if self.saat is None:
            raise forms.ValidationError(f"{lengkap(tanggal)} bukan hari kerja; pilih hari kerja.")
        return tanggal
