"""A case as a line of steps: state, who, when, standard against actual time, rounds and papers."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils import timezone

from lapkin.alur.jam_giliran import lama_langkah
from lapkin.alur.models import Jeda, Pelaksanaan, Tugas
from lapkin.alur.queries import giliran_tugas, langkah_tugas, output_sah
from lapkin.organisasi.queries import pemegang_jabatan
from lapkin.sop.waktu import lama_kerja

from .sisa_kasus import daftar_sisa


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
    tambahan: bool = False
    jeda: dict = field(default_factory=dict)
    mulai_paling_lambat: object = None

    @property
    def rupa(self) -> str:
        """The look of the step on the line: selesai, kini, terlambat, dikembalikan, dilewati, nanti."""
        terbuka = [t for t in self.daftar_tugas if t.status == Tugas.Status.TERBUKA]
        if any(t.tenggat and t.tenggat < self._kini(t) for t in terbuka):
            return "terlambat"
        if terbuka:
            return "kini"
        if self.daftar_tugas and self.daftar_tugas[-1].status == Tugas.Status.DILEWATI:
            return "dilewati"
        if self.daftar_tugas and self.daftar_tugas[-1].status in (
            Tugas.Status.DIKEMBALIKAN,
            Tugas.Status.DIBATALKAN,
        ):
            return "dikembalikan"
        return "selesai" if self.daftar_tugas else "nanti"

    def _kini(self, tugas):
        """Now, or when the clock of a paused task stopped."""
        return self.jeda[tugas.pk].dari if tugas.pk in self.jeda else timezone.now()


def garis_langkah(pelaksanaan, kalender, jadwal) -> list[TitikLangkah]:
    """The steps of a case in the SOP's order, in a handful of queries however long the SOP.

    `kalender` and `jadwal`: what `kalender_kasus` and `cadangan_kasus` give of it.
    """
    isi = pelaksanaan.dibaca()
    tugas = list(
        pelaksanaan.daftar_tugas.select_related(
            "jabatan", "tim", "unit", "pelaku", "instansi", "penerima"
        ).order_by("pk")
    )
    tambahan = {satu.kode for satu in pelaksanaan.daftar_langkah_tambahan.all()}
    output = list(output_sah().filter(pelaksanaan=pelaksanaan).select_related("berkas").order_by("pk"))
    ikatan = list(pelaksanaan.sop.daftar_peran.select_related("jabatan", "tim"))
    pemegang = pemegang_jabatan({b.jabatan_id for b in [*tugas, *ikatan] if b.jabatan_id})
    waktu = _waktu_kasus(pelaksanaan, tugas, kalender, jadwal)
    return [
        _titik(
            langkah,
            [t for t in tugas if t.langkah == langkah.kode],
            [o for o in output if o.langkah == langkah.kode],
            pemegang,
            _pelaku(langkah.pelaksana, ikatan, pemegang),
            waktu,
            langkah.kode in tambahan,
        )
        for langkah in _daftar_langkah(isi, tugas)
    ]


def _daftar_langkah(isi, tugas):
    """The rows of the SOP, and those worked on before the case was moved to a revision without them, in their place."""
    pertama = {}
    for satu in tugas:
        pertama.setdefault(satu.langkah, satu)
    daftar = list(isi.daftar_langkah_kerja)
    for kode, satu in pertama.items():
        if kode not in {langkah.kode for langkah in daftar}:
            sebelum = [n for n, langkah in enumerate(daftar) if _lebih_dulu(pertama.get(langkah.kode), satu)]
            daftar.insert(max(sebelum, default=-1) + 1, langkah_tugas(satu))
    return daftar


def _lebih_dulu(satu, lain) -> bool:
    return satu is not None and satu.pk < lain.pk


def _pelaku(daftar_peran, ikatan, pemegang) -> str:
    """The posts (or teams) behind the printed columns, with who holds them today: "Kepala Dinas (Ibu Kadis)"."""
    baris = [b for peran in daftar_peran for b in ikatan if b.nama == peran]
    return ", ".join(dict.fromkeys(_sebutan(b, pemegang) for b in baris)) or ", ".join(daftar_peran)


def _sebutan(baris, pemegang) -> str:
    if baris.tim:
        return str(baris.tim)
    nama = ", ".join(str(p.pegawai) for p in pemegang.get(baris.jabatan_id, ()))
    return f"{baris.jabatan} ({nama or 'sedang kosong'})"


def _titik(langkah, tugas, output, pemegang, pelaku, waktu, tambahan):
    titik = TitikLangkah(
        langkah=langkah,
        daftar_tugas=tugas,
        pelaku=pelaku,
        pemegang={t.jabatan_id: pemegang.get(t.jabatan_id, []) for t in tugas},
        daftar_output=list({o.nama: o for o in output}.values()),
        putaran=max((t.putaran for t in tugas), default=0),
        tambahan=tambahan,
        jeda={t.pk: waktu.jeda[t.pk] for t in tugas if t.pk in waktu.jeda},
        mulai_paling_lambat=_mulai_paling_lambat(waktu.jadwal, langkah),
    )
    if tugas:
        _isi_waktu(titik, tugas, waktu)
    return titik


def _mulai_paling_lambat(jadwal, langkah):
    """None where the office has no last day, and for a step that the case's revision has no more."""
    daftar = jadwal.daftar_titik if jadwal else ()
    return next((titik.mulai for titik in daftar if titik.langkah == langkah.kode), None)


def _isi_waktu(titik, tugas, waktu):
    """Standard and actual time; actual is the sum of the rounds, as jam_giliran defines it."""
    titik.menit_standar = tugas[0].menit_standar
    titik.menit_aktual = sum(n for (kode, _), n in waktu.terpakai.items() if kode == titik.langkah.kode)
    titik.aktual = lama_kerja(titik.menit_aktual, waktu.sehari)
    if titik.menit_standar is not None:
        titik.standar = lama_kerja(titik.menit_standar, waktu.sehari)


class WaktuKasus(NamedTuple):
    """The clock of a whole case: minutes used by (step, round), open pauses by task, the schedule, minutes a day."""

    terpakai: dict
    jeda: dict
    jadwal: object
    sehari: int


def _waktu_kasus(pelaksanaan, tugas, kalender, jadwal) -> WaktuKasus:
    terbuka = [t.pk for t in tugas if t.status == Tugas.Status.TERBUKA]
    return WaktuKasus(
        terpakai=lama_langkah(giliran_tugas(tugas), kalender, timezone.now()),
        jeda={j.tugas_id: j for j in Jeda.objects.filter(tugas__in=terbuka, sampai=None)},
        jadwal=jadwal,
        sehari=pelaksanaan.instansi.menit_sehari,
    )


def ringkas_pelaksanaan(pelaksanaan, kalender) -> dict:
    """One line for the list and the strip on top of a case: which step, with whom, how far, how much time is left."""
    return daftar_ringkas([pelaksanaan], {pelaksanaan.instansi_id: kalender})[0]


def daftar_ringkas(daftar_pelaksanaan, kalender=None) -> list[dict]:
    """The same of several cases, in as many queries however many they are; one more for each office's calendar.

    `kalender`: the calendars by office (id) that are at hand already.
    """
    terbuka = {}
    for tugas in (
        Tugas.objects.terbuka()
        .filter(pelaksanaan__in=daftar_pelaksanaan)
        # Few rows, which many tasks share: joined, each task would build its own copies.
        .prefetch_related("jabatan", "tim", "unit", "instansi", "penerima")
        .order_by("tenggat", "pk")
    ):
        terbuka.setdefault(tugas.pelaksanaan_id, []).append(tugas)
    sisa = daftar_sisa(daftar_pelaksanaan, terbuka, kalender or {})
    return [_ringkas(satu, terbuka.get(satu.pk, []), sisa.get(satu.pk, "")) for satu in daftar_pelaksanaan]


def _ringkas(pelaksanaan, terbuka, sisa) -> dict:
    langkah = pelaksanaan.dibaca().daftar_langkah_kerja
    daftar_kode = {t.langkah for t in terbuka}
    kini = next((satu for satu in langkah if satu.kode in daftar_kode), None)
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
        "sisa": sisa,
        "terbuka": terbuka,
    }
