"""One task: its printed row, what it needs, and the papers of the steps before it."""

from itertools import chain

from lapkin.sop.bagan import LUAR, Langkah

from ..models import Kelengkapan, Output, RevisiSop, Tugas


def langkah_tugas(tugas) -> Langkah:
    """The printed row of the SOP that a task belongs to.

    A case moved to a revision that lost the row still has its tasks: theirs is the row as the newest revision had it.
    """
    kasus = tugas.pelaksanaan
    pernah = RevisiSop.objects.filter(sop=kasus.sop_id).exclude(status=RevisiSop.Status.DRAF)
    daftar_isi = chain([kasus.dibaca()], (revisi.dibaca() for revisi in pernah.order_by("-urutan")))
    return next(satu for isi in daftar_isi for satu in isi.langkah if satu.kode == tugas.langkah)


def daftar_kelengkapan(tugas):
    """What the step needs, item by item: (Kelengkapan of the SOP, files there already, the officer's row or None).

    Files come from the steps that make them; what was supplied by the same post in an earlier round still counts.
    """
    diisi = {baris.nama: baris for baris in _kelengkapan_diisi(tugas).select_related("berkas").order_by("pk")}
    return [
        (butir, output_langkah(tugas.pelaksanaan_id, butir.dari), diisi.get(butir.nama))
        for butir in langkah_tugas(tugas).kelengkapan
    ]


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


def langkah_dilewati(pelaksanaan) -> set[str]:
    """The steps (kode) of a case whose last round was skipped: what others ask of them is not missing by error."""
    akhir = {}
    baris = Tugas.objects.filter(pelaksanaan=pelaksanaan).order_by("pk").values_list("langkah", "status")
    for kode, status in baris:
        akhir[kode] = status
    return {kode for kode, status in akhir.items() if status == Tugas.Status.DILEWATI}


def output_langkah(pelaksanaan, langkah):
    """The valid papers of a step: of each name and maker the last form."""
    if langkah == LUAR:
        return []
    terakhir = {}
    for output in (
        output_sah()
        .filter(pelaksanaan=pelaksanaan, langkah=langkah)
        .select_related("berkas", "tugas__unit", "tugas__instansi")
        .order_by("pk")
    ):
        pembuat = output.tugas.jabatan_id if output.tugas.per_unit else None
        terakhir[output.nama, pembuat] = output
    return list(terakhir.values())
