"""One task: its printed row, what it needs, and the papers of the steps before it."""

from django.db.models import Max

from lapkin.sop.bagan import LUAR, Langkah

from ..models import Kelengkapan, Output, RevisiSop, Tugas
from ..tambahan import baca_langkah


def langkah_tugas(tugas) -> Langkah:
    """The printed row of the SOP that a task belongs to.

    A case moved to a revision that lost the row still has its tasks: theirs is the row as it was added to the case,
    or as the newest revision had it.
    """
    for daftar in _tempat_langkah(tugas.pelaksanaan):
        if langkah := next((satu for satu in daftar if satu.kode == tugas.langkah), None):
            return langkah
    raise LookupError(f"Langkah {tugas.langkah} tidak ada pada revisi mana pun.")


def _tempat_langkah(kasus):
    """Where rows are looked for, one place after the other; most are found in the first, without any query."""
    yield kasus.dibaca().langkah
    yield [baca_langkah(satu.isi) for satu in kasus.daftar_langkah_tambahan.all()]
    pernah = RevisiSop.objects.filter(sop=kasus.sop_id).exclude(status=RevisiSop.Status.DRAF)
    for revisi in pernah.order_by("-urutan"):
        yield revisi.dibaca().langkah


def daftar_kelengkapan(tugas):
    """What the step needs, item by item: (Kelengkapan of the SOP, files there already, the officer's row or None).

    Files come from the steps that make them; what was supplied by the same post in an earlier round still counts.
    """
    diisi = {baris.nama: baris for baris in _kelengkapan_diisi(tugas).select_related("berkas").order_by("pk")}
    kelengkapan = langkah_tugas(tugas).kelengkapan
    output = output_kasus(tugas.pelaksanaan_id, {butir.dari for butir in kelengkapan})
    return [(butir, output.get(butir.dari, []), diisi.get(butir.nama)) for butir in kelengkapan]


def kelengkapan_kurang(tugas) -> list[str]:
    """The things from outside that this task has neither a file nor a reason for."""
    perlu = [butir.nama for butir in langkah_tugas(tugas).kelengkapan if butir.dari == LUAR]
    if not perlu or tugas.tahap != 1 or tugas.penghimpun:
        return []
    diisi = set(_kelengkapan_diisi(tugas).order_by().values_list("nama", flat=True))
    return [nama for nama in perlu if nama not in diisi]


def _kelengkapan_diisi(tugas):
    """What the same post or team has supplied for this step, in this round or an earlier one."""
    return Kelengkapan.objects.filter(
        tugas__pelaksanaan=tugas.pelaksanaan_id,
        tugas__langkah=tugas.langkah,
        tugas__jabatan=tugas.jabatan_id,
        tugas__tim=tugas.tim_id,
    )


def output_sah():
    """All papers but those of tasks that were withdrawn: rows are only added to, so these stay and no longer count."""
    return Output.objects.exclude(tugas__status=Tugas.Status.DITARIK)


def putaran_terakhir(pelaksanaan, kode) -> int:
    """How many rounds a step has begun; 0 when none."""
    return Tugas.objects.filter(pelaksanaan=pelaksanaan, langkah=kode).aggregate(n=Max("putaran"))["n"] or 0


def langkah_dilewati(pelaksanaan) -> set[str]:
    """The steps (kode) of a case whose last round was skipped: what others ask of them is not missing by error."""
    akhir = {}
    baris = Tugas.objects.filter(pelaksanaan=pelaksanaan).order_by("pk").values_list("langkah", "status")
    for kode, status in baris:
        akhir[kode] = status
    return {kode for kode, status in akhir.items() if status == Tugas.Status.DILEWATI}


def output_kasus(pelaksanaan, daftar_langkah=None) -> dict[str, list]:
    """{step: its valid papers} of some steps of a case (of all by default); no step makes what comes from outside."""
    daftar = (
        output_sah()
        .filter(pelaksanaan=pelaksanaan)
        .select_related("berkas", "tugas__unit", "tugas__instansi")
    )
    if daftar_langkah is not None:
        daftar = daftar.filter(langkah__in={*daftar_langkah} - {LUAR})
    terakhir = {}
    for output in daftar.order_by("pk"):
        pembuat = output.tugas.jabatan_id if output.tugas.per_unit else None
        terakhir.setdefault(output.langkah, {})[output.nama, pembuat] = output
    return {langkah: list(satu.values()) for langkah, satu in terakhir.items()}
