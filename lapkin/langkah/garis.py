"""A case as a line of steps: state, who, when, standard against actual time, rounds and papers."""

from dataclasses import dataclass, field

from django.utils import timezone

from lapkin.alur.models import Output, Pelaksanaan, Tugas
from lapkin.alur.queries import jam_kerja
from lapkin.alur.tenggat import menit_kerja_antara
from lapkin.organisasi.queries import pemegang_jabatan

from .giliran import lama_kerja


@dataclass
class TitikLangkah:
    """One step on the line; times in working minutes and in words."""

    langkah: object
    daftar_tugas: list = field(default_factory=list)
    pemegang: dict = field(default_factory=dict)
    pelaku: str = ""
    daftar_output: list = field(default_factory=list)
    putaran: int = 0
    menit_standar: int | None = None
    menit_aktual: int | None = None
    standar: str = ""
    aktual: str = ""

    @property
    def rupa(self) -> str:
        """The look of the step on the line: selesai, kini, terlambat, dikembalikan, nanti."""
        terbuka = [t for t in self.daftar_tugas if t.status == Tugas.Status.TERBUKA]
        if any(t.tenggat and t.tenggat < timezone.now() for t in terbuka):
            return "terlambat"
        if terbuka:
            return "kini"
        if self.daftar_tugas and self.daftar_tugas[-1].status in (
            Tugas.Status.DIKEMBALIKAN,
            Tugas.Status.DIBATALKAN,
        ):
            return "dikembalikan"
        return "selesai" if self.daftar_tugas else "nanti"


def garis_langkah(pelaksanaan) -> list[TitikLangkah]:
    """The steps of a case in the SOP's order, in a handful of queries however long the SOP."""
    isi = pelaksanaan.dibaca()
    tugas = list(
        pelaksanaan.daftar_tugas.select_related("jabatan", "tim", "unit", "pelaku", "instansi").order_by("pk")
    )
    output = list(Output.objects.filter(pelaksanaan=pelaksanaan).select_related("berkas").order_by("pk"))
    ikatan = list(pelaksanaan.sop.daftar_peran.select_related("jabatan", "tim"))
    pemegang = pemegang_jabatan({b.jabatan_id for b in [*tugas, *ikatan] if b.jabatan_id})
    kalender = jam_kerja(pelaksanaan.instansi, range(pelaksanaan.dimulai_pada.year, timezone.now().year + 2))
    return [
        _titik(
            langkah,
            [t for t in tugas if t.langkah == langkah.kode],
            [o for o in output if o.langkah == langkah.kode],
            pemegang,
            _pelaku(langkah.pelaksana, ikatan, pemegang),
            kalender,
            pelaksanaan.instansi.menit_sehari,
        )
        for langkah in isi.daftar_langkah_kerja
    ]


def _pelaku(daftar_peran, ikatan, pemegang) -> str:
    """The posts (or teams) behind the printed columns, with who holds them today: "Kepala Dinas (Ibu Kadis)"."""
    baris = [b for peran in daftar_peran for b in ikatan if b.nama == peran]
    return ", ".join(dict.fromkeys(_sebutan(b, pemegang) for b in baris)) or ", ".join(daftar_peran)


def _sebutan(baris, pemegang) -> str:
    if baris.tim:
        return str(baris.tim)
    nama = ", ".join(str(p.pegawai) for p in pemegang.get(baris.jabatan_id, ()))
    return f"{baris.jabatan} ({nama or 'sedang kosong'})"


def _titik(langkah, tugas, output, pemegang, pelaku, kalender, sehari):
    titik = TitikLangkah(
        langkah=langkah,
        daftar_tugas=tugas,
        pelaku=pelaku,
        pemegang={t.jabatan_id: pemegang.get(t.jabatan_id, []) for t in tugas},
        daftar_output=list({o.nama: o for o in output}.values()),
        putaran=max((t.putaran for t in tugas), default=0),
    )
    if tugas:
        _isi_waktu(titik, tugas, kalender, sehari)
    return titik


def _isi_waktu(titik, tugas, kalender, sehari):
    """Actual time: of each round from its first opening to its last closing."""
    titik.menit_standar = tugas[0].menit_standar
    titik.menit_aktual = sum(
        menit_kerja_antara(
            min(t.dibuka_pada for t in putaran),
            max(t.ditutup_pada or timezone.now() for t in putaran),
            kalender,
        )
        for putaran in _per_putaran(tugas)
    )
    titik.aktual = lama_kerja(titik.menit_aktual, sehari)
    if titik.menit_standar is not None:
        titik.standar = lama_kerja(titik.menit_standar, sehari)


def _per_putaran(tugas):
    return [[t for t in tugas if t.putaran == n] for n in sorted({t.putaran for t in tugas})]


def ringkas_pelaksanaan(pelaksanaan) -> dict:
    """One line for the list and the strip on top of a case: which step, with whom, how far."""
    isi = pelaksanaan.dibaca()
    langkah = isi.daftar_langkah_kerja
    terbuka = list(
        pelaksanaan.daftar_tugas.filter(status=Tugas.Status.TERBUKA)
        .select_related("jabatan", "tim", "unit", "instansi")
        .order_by("urutan", "tenggat")
    )
    kini = isi.langkah[terbuka[0].urutan] if terbuka else None
    selesai = pelaksanaan.status == Pelaksanaan.Status.SELESAI
    ke = langkah.index(kini) + 1 if kini else (len(langkah) if selesai else 0)
    return {
        "pelaksanaan": pelaksanaan,
        "langkah": kini,
        "ke": ke,
        "dari": len(langkah),
        "persen": 100 if selesai else round(100 * max(ke - 1, 0) / len(langkah)),
        "di": list(dict.fromkeys(str(t.jabatan or t.tim) for t in terbuka if not t.per_unit))
        or list(dict.fromkeys(str(t.unit or t.instansi) for t in terbuka)),
        "tenggat": min((t.tenggat for t in terbuka if t.tenggat), default=None),
        "terbuka": terbuka,
    }
