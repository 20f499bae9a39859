"""Where a running case lands when it is moved to another revision of its SOP, and why it cannot be moved.

The rules, the smallest that are honest:
- The present step goes on as it is when the new revision still has it (same `kode`), its turns up to the present
  one are the same, and every paper it must bring forth exists or can still be made.
- Else, when the new revision has the step, it begins again in a new round: what was done in this round is repeated.
- When the step is gone, the case lands on the first step after the last one it has passed that it has not done:
  the steps that took the place of the lost one, or what follows it.
- New steps that stand before the landing are not done any more; that is said beforehand.
- A step that was added to the case follows its step; where that is gone, what was added behind it is gone too.
- A case stays where it is when a role is bound to nobody, when no step is left to land on, when a collection that
  would end or begin again is half in, when later work handles a paper that only a step left out makes, or when a
  step that was added to it is still to be done and the step that it follows is gone.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lapkin.alur.lewat import PEMAKAI, PEMBUAT
from lapkin.alur.peran import peran_tanpa_ikatan
from lapkin.alur.tambahan import Tambahan, baca_langkah, dengan_tambahan
from lapkin.sop.bagan import Langkah, Tahap
from lapkin.sop.sop import Sop


class Nasib(StrEnum):
    """What becomes of the open tasks: they stay, their step begins again, or another step is opened instead."""

    TETAP = "tetap"
    DIULANG = "diulang"
    DIGANTI = "diganti"


@dataclass(frozen=True, slots=True, kw_only=True)
class TugasKasus:
    """One task of a running case. `selesai`: done, as against sent back or cancelled."""

    langkah: str
    tahap: int
    peran: str
    terbuka: bool
    selesai: bool = False
    per_unit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pindah:
    """The plan for one case. `sebab` says why it cannot be moved ("" when it can); then there is no landing.

    `kini` and `mendarat` are rows of the old and the new revision; `catatan` is what the mover must know.
    """

    kini: Langkah | None = None
    mendarat: Langkah | None = None
    nasib: Nasib = Nasib.TETAP
    sebab: str = ""
    catatan: tuple[str, ...] = ()

    @property
    def uraian(self) -> str:
        """What happens to the open work, as a sentence; "" when the case cannot be moved."""
        if self.kini is None or self.mendarat is None:
            return ""
        langkah = f"Langkah {self.mendarat.no} “{self.mendarat.kegiatan}”"
        match self.nasib:
            case Nasib.TETAP:
                return f"{langkah} berlanjut; tugas yang terbuka tetap."
            case Nasib.DIULANG:
                return f"{langkah} dimulai lagi dalam putaran baru; tugas yang terbuka ditutup."
            case Nasib.DIGANTI:
                return f"{langkah} dibuka menggantikan “{self.kini.kegiatan}”; tugas yang terbuka ditutup."


def rencanakan(
    lama: Sop,
    revisi: Sop,
    daftar_tugas: Sequence[TugasKasus],
    *,
    tambahan: tuple[Tambahan, ...] = (),
    output_ada: Collection[str] = (),
    terikat: Collection[str],
) -> Pindah:
    """The plan for a case that runs `lama`, its added steps among the rows, and shall run `revisi` with them.

    `output_ada`: the papers that the present step has made and that still count; `terikat`: the roles that somebody
    in the office is bound to.
    """
    terbuka = [tugas for tugas in daftar_tugas if tugas.terbuka]
    kode = {tugas.langkah for tugas in terbuka}
    if len(kode) != 1:
        return Pindah(sebab="Pekerjaan ini tidak sedang berada pada satu langkah.")
    kini, baru = lama.cari(kode.pop()), dengan_tambahan(revisi, tambahan)
    if sebab := _tambahan_terputus(lama, kini, revisi, baru, tambahan):
        return Pindah(kini=kini, sebab=sebab)
    if belum_terikat := peran_tanpa_ikatan(baru, terikat):
        return Pindah(kini=kini, sebab=f"Belum ada yang memegang peran: {', '.join(belum_terikat)}.")
    lewat = _sudah_lewat(lama, kini)
    nasib, mendarat = _pendaratan(baru, kini, lewat, terbuka, output_ada)
    if mendarat is None:
        return Pindah(
            kini=kini, sebab="Langkah ini tidak ada lagi dan tidak ada langkah berikutnya untuk dituju."
        )
    sebab = _pengumpulan_terputus(kini, nasib, daftar_tugas) or _naskah_hilang(baru, lewat, mendarat)
    if sebab:
        return Pindah(kini=kini, sebab=sebab)
    return Pindah(
        kini=kini, mendarat=mendarat, nasib=nasib, catatan=tuple(_daftar_catatan(baru, lewat, mendarat))
    )


def _tambahan_terputus(
    lama: Sop, kini: Langkah, revisi: Sop, baru: Sop, tambahan: tuple[Tambahan, ...]
) -> str:
    """Has the case an added step yet to be done that the revision has no place for, or one that it calls its own?"""
    daftar_kode = {baca_langkah(isi).kode for _, isi in tambahan}
    if kembar := next((satu for satu in revisi.langkah if satu.kode in daftar_kode), None):
        return f"Langkah “{sebut(kembar)}” memakai kode “{kembar.kode}”, kode langkah tambahan pekerjaan ini."
    tempat = {satu.kode for satu in baru.langkah}
    for langkah in lama.langkah[lama.langkah.index(kini) :]:
        if langkah.kode in daftar_kode - tempat:
            return (
                f"Langkah tambahan “{sebut(langkah)}” masih harus dikerjakan, sedangkan langkah yang diikutinya "
                "tidak ada pada revisi ini. Selesaikan dahulu langkah tambahan itu."
            )
    return ""


def _sudah_lewat(lama: Sop, kini: Langkah) -> dict[str, Langkah]:
    """The rows with work before the present one; what comes after it is to be done, also in a return round."""
    urutan = lama.langkah.index(kini)
    return {langkah.kode: langkah for langkah in lama.langkah[:urutan] if not langkah.penanda}


def _pendaratan(
    baru: Sop,
    kini: Langkah,
    lewat: dict[str, Langkah],
    terbuka: list[TugasKasus],
    output_ada: Collection[str],
) -> tuple[Nasib, Langkah | None]:
    pengganti = next((satu for satu in baru.daftar_langkah_kerja if satu.kode == kini.kode), None)
    if pengganti is None:
        return Nasib.DIGANTI, _sesudah_yang_lewat(baru, lewat)
    return (Nasib.TETAP if _berlanjut(kini, pengganti, terbuka, output_ada) else Nasib.DIULANG), pengganti


def _sesudah_yang_lewat(baru: Sop, lewat: dict[str, Langkah]) -> Langkah | None:
    daftar = baru.daftar_langkah_kerja
    letak = {langkah.kode: urutan for urutan, langkah in enumerate(daftar)}
    mulai = next((letak[kode] + 1 for kode in reversed(lewat) if kode in letak), 0)
    return next((langkah for langkah in daftar[mulai:] if langkah.kode not in lewat), None)


def _berlanjut(
    kini: Langkah, pengganti: Langkah, terbuka: list[TugasKasus], output_ada: Collection[str]
) -> bool:
    """Can the open tasks stay: are the turns up to the present one the same, and can all papers still be made?"""
    nomor = terbuka[0].tahap
    dulu, nanti = _tahap_sampai(kini, nomor), _tahap_sampai(pengganti, nomor)
    return dulu == nanti and {output.nama for output in pengganti.output} <= {
        *output_ada,
        *_dapat_dibuat(pengganti, nomor, {tugas.peran for tugas in terbuka}),
    }


def _tahap_sampai(langkah: Langkah, nomor: int) -> tuple[tuple[Tahap, ...], tuple]:
    tahapan = tuple(tahap for tahap in langkah.tahapan() if tahap.nomor <= nomor)
    mengumpulkan = any(tahap.pengumpulan for tahap in tahapan)
    return tahapan, (langkah.tiap, langkah.pengisi, langkah.penghimpun) if mengumpulkan else ()


def _dapat_dibuat(langkah: Langkah, nomor: int, peran_terbuka: set[str]) -> Iterator[str]:
    """The papers that the open tasks of this turn, and all of the later turns, can bring forth."""
    for tahap in langkah.tahapan():
        if tahap.nomor >= nomor:
            daftar_peran = peran_terbuka if tahap.nomor == nomor else tahap.daftar_peran
            for peran in daftar_peran:
                yield from langkah.daftar_output(tahap.jenis, peran, tahap.naskah)


def _pengumpulan_terputus(kini: Langkah, nasib: Nasib, daftar_tugas: Sequence[TugasKasus]) -> str:
    """A collection that would end or begin again must not be half in: what units gave would be lost or asked twice."""
    di_langkah = [tugas for tugas in daftar_tugas if tugas.langkah == kini.kode and tugas.per_unit]
    terbuka = any(tugas.terbuka for tugas in di_langkah)
    masuk = any(tugas.selesai for tugas in di_langkah)
    if nasib is Nasib.TETAP or not (terbuka and masuk):
        return ""
    return (
        "Isian sebagian unit sudah masuk, sedangkan cara pengumpulannya berubah. "
        "Tunggu sampai pengumpulan selesai atau ditutup."
    )


def _naskah_hilang(baru: Sop, lewat: dict[str, Langkah], mendarat: Langkah) -> str:
    """Would later work handle a paper that only a step left out makes?"""
    urutan = baru.langkah.index(mendarat)
    ada = {naskah for langkah in lewat.values() for naskah in _dibuat(langkah)}
    luput = {
        naskah: langkah
        for langkah in baru.langkah[:urutan]
        if langkah.kode not in lewat
        for naskah in _dibuat(langkah)
    }
    for langkah in baru.langkah[urutan:]:
        for pekerjaan in langkah.pekerjaan:
            if pekerjaan.jenis in PEMBUAT:
                ada.add(pekerjaan.naskah)
            elif pekerjaan.jenis in PEMAKAI and pekerjaan.naskah in luput and pekerjaan.naskah not in ada:
                pembuat = luput[pekerjaan.naskah]
                return (
                    f"Langkah “{sebut(langkah)}” mengerjakan naskah yang dibuat langkah “{sebut(pembuat)}”, "
                    "padahal langkah itu terletak sebelum tempat pekerjaan ini melanjutkan."
                )
    return ""


def _dibuat(langkah: Langkah) -> Iterator[str]:
    return (satu.naskah for satu in langkah.pekerjaan if satu.naskah and satu.jenis in PEMBUAT)


def _daftar_catatan(baru: Sop, lewat: dict[str, Langkah], mendarat: Langkah) -> Iterator[str]:
    urutan = baru.langkah.index(mendarat)
    luput = {satu.kode: satu for satu in baru.langkah[:urutan] if not satu.penanda and satu.kode not in lewat}
    for langkah in luput.values():
        yield f"Langkah “{sebut(langkah)}” terletak sebelumnya dan tidak dikerjakan pada pekerjaan ini."
    for langkah in baru.langkah[urutan:]:
        if langkah.kode in lewat:
            yield f"Langkah “{sebut(langkah)}” sudah dikerjakan dan akan dikerjakan lagi."
        for butir in langkah.kelengkapan:
            if butir.dari in luput:
                yield f"Kelengkapan “{butir.nama}” pada langkah “{sebut(langkah)}” tidak akan tersedia."


def sebut(langkah: Langkah) -> str:
    """A step as people name it: "7. Mengoreksi Dokumen LKjIP"."""
    return f"{langkah.no}. {langkah.kegiatan}" if langkah.no else langkah.kegiatan
