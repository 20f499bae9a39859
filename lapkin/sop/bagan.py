"""Bagan alur: the rows of an SOP's flowchart as frozen values, and how one row's work unrolls into phases."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lapkin.sop.waktu import Waktu, baca_waktu

LUAR = "luar"
TANPA_WAKTU = ("", "-")
# What of a row is guessed (`Langkah.disimpulkan`) until somebody says that it is right.
TEBAKAN = frozenset({"pekerjaan", "kembali_ke"})


class Jenis(StrEnum):
    """The kinds of work that the software knows; `langkah` has one module for each."""

    DISPOSISI = "disposisi"
    RAPAT = "rapat"
    SURAT = "surat"
    NOMOR = "nomor"
    ISI_DATA = "isi-data"
    SUSUN = "susun"
    PERIKSA = "periksa"
    PARAF = "paraf"
    TANDA_TANGAN = "tanda-tangan"
    GANDAKAN = "gandakan"
    KIRIM = "kirim"
    ARSIP = "arsip"


# Work that puts a signature or initials on a paper: it belongs to the post, never to whom work was only handed.
# A lembar disposisi bears the paraf of the superior who gives the order.
MELEKAT_JABATAN = frozenset({Jenis.DISPOSISI, Jenis.PARAF, Jenis.TANDA_TANGAN})


class Cara(StrEnum):
    """How several roles do one work: one after the other, or all at once."""

    BERURUTAN = "berurutan"
    BERSAMA = "bersama"


class Tiap(StrEnum):
    """What a collecting step is opened once for: each unit kerja, or each perangkat daerah."""

    UNIT = "unit"
    PD = "pd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pekerjaan:
    """One kind of work inside a step. `naskah` is the kind of paper it makes or handles, a free slug."""

    jenis: Jenis
    oleh: tuple[str, ...]
    cara: Cara = Cara.BERURUTAN
    naskah: str = ""
    disimpulkan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelengkapan:
    """A thing the step needs. `dari` is the kode of the step that makes it, or "luar" when none does.

    A step names itself when one of its own works makes the thing for the next (konsep surat pengantar).
    """

    nama: str
    dari: str
    disimpulkan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A thing the step makes, by the work of kind `jenis` (None: the last one).

    `naskah` tells which work, where several of one kind make different papers; `penanda_tangan` is the role
    that signs it, when it is a paper that is signed.
    """

    nama: str
    jenis: Jenis | None = None
    naskah: str = ""
    penanda_tangan: str = ""
    disimpulkan: bool = False

    def dibuat_oleh(self, pekerjaan: Pekerjaan) -> bool:
        return self.jenis in (None, pekerjaan.jenis) and self.naskah in ("", pekerjaan.naskah)


@dataclass(frozen=True, slots=True, kw_only=True)
class SimbolTercetak:
    """What is left in print of a flowchart symbol: the text or arrow standing in a role's column."""

    peran: str
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tahap:
    """One turn inside a step: the roles whose tasks are opened together. `nomor` counts from 1.

    `pengumpulan`: opened once for each unit or PD instead of once for each role.
    """

    nomor: int
    jenis: Jenis
    daftar_peran: tuple[str, ...]
    naskah: str = ""
    pengumpulan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Langkah:
    """One printed row. Texts are verbatim; `disimpulkan` names the fields that the print does not tell.

    `pelaksana` are the roles whose columns the row stands in; when the row is opened for each unit or PD,
    `pengisi` fills (none: the pelaksana themselves) and `penghimpun` collects. `paling_lambat` is the last
    day allowed as "MM-DD" of the year after the reported one; `teks`: units bring text beside figures;
    `penanda`: "mulai" or "selesai" for a row without work.
    """

    kode: str
    no: str
    kegiatan: str
    pelaksana: tuple[str, ...] = ()
    cara: Cara = Cara.BERURUTAN
    pekerjaan: tuple[Pekerjaan, ...] = ()
    kelengkapan_tercetak: str = ""
    kelengkapan: tuple[Kelengkapan, ...] = ()
    waktu_tercetak: str = ""
    output_tercetak: str = ""
    output: tuple[Output, ...] = ()
    keterangan: str = ""
    kembali_ke: tuple[str, ...] = ()
    tiap: Tiap | None = None
    pengisi: str = ""
    penghimpun: str = ""
    paling_lambat: str = ""
    teks: bool = False
    penanda: str = ""
    simbol_tercetak: tuple[SimbolTercetak, ...] = ()
    disimpulkan: tuple[str, ...] = ()
    catatan: str = ""

    @property
    def waktu(self) -> Waktu | None:
        """The printed time as a value; None where none is printed. Raises WaktuTidakSah."""
        return None if self.waktu_tercetak.strip() in TANPA_WAKTU else baca_waktu(self.waktu_tercetak)

    @property
    def ditebak(self) -> bool:
        """Whether somebody has yet to say that the work of the row, or where it returns to, is guessed right."""
        return not TEBAKAN.isdisjoint(self.disimpulkan) or any(
            pekerjaan.disimpulkan for pekerjaan in self.pekerjaan
        )

    def tahapan(self) -> tuple[Tahap, ...]:
        """The row's work as turns in their order, with the signatures that its papers need."""
        giliran = [giliran for pekerjaan in self.pekerjaan for giliran in self._daftar_giliran(pekerjaan)]
        return tuple(
            Tahap(
                nomor=nomor,
                jenis=jenis,
                daftar_peran=daftar_peran,
                naskah=naskah,
                pengumpulan=self.tiap is not None and jenis is Jenis.ISI_DATA,
            )
            for nomor, (jenis, daftar_peran, naskah) in enumerate(giliran, start=1)
        )

    def daftar_output(self, jenis: Jenis, peran: str, naskah: str = "") -> tuple[str, ...]:
        """The names of the papers that work of this kind on `naskah` brings forth when this role does it."""
        return tuple(
            output.nama for output in self.output if self._menghasilkan(output, jenis, peran, naskah)
        )

    def _menghasilkan(self, output: Output, jenis: Jenis, peran: str, naskah: str) -> bool:
        pembuat = self._pembuat(output)
        if naskah not in ("", pembuat.naskah):
            return False
        if jenis == Jenis.TANDA_TANGAN and output.penanda_tangan:
            return output.penanda_tangan == peran
        return pembuat.jenis == jenis

    def _daftar_giliran(self, pekerjaan: Pekerjaan) -> Iterator[tuple[Jenis, tuple[str, ...], str]]:
        if pekerjaan.cara is Cara.BERSAMA:
            yield pekerjaan.jenis, pekerjaan.oleh, pekerjaan.naskah
        else:
            yield from ((pekerjaan.jenis, (peran,), pekerjaan.naskah) for peran in pekerjaan.oleh)
        for peran in self._penanda_tangan_sesudah(pekerjaan):
            yield Jenis.TANDA_TANGAN, (peran,), pekerjaan.naskah

    def _penanda_tangan_sesudah(self, pekerjaan: Pekerjaan) -> tuple[str, ...]:
        """Who signs the paper that `pekerjaan` made, unless the row itself names that signing as a work."""
        tercetak = {
            peran
            for lain in self.pekerjaan
            if lain.jenis is Jenis.TANDA_TANGAN and lain.naskah == pekerjaan.naskah
            for peran in lain.oleh
        }
        daftar_peran = (output.penanda_tangan for output in self.output if self._pembuat(output) is pekerjaan)
        return tuple(dict.fromkeys(peran for peran in daftar_peran if peran and peran not in tercetak))

    def _pembuat(self, output: Output) -> Pekerjaan:
        """The work that makes the output: the last one of its kind and paper, or the last of all."""
        return next(pekerjaan for pekerjaan in reversed(self.pekerjaan) if output.dibuat_oleh(pekerjaan))
