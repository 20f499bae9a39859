"""The ladder of politeness (tangga) as data: its rungs (anak tangga), and the ladder every office starts with.

An office replaces a rung by a row with the same kode (model AnakTangga), switches it off, or adds rungs of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Saluran(StrEnum):
    """By which way a reminder goes. Letters (nota dinas pengingat, surat teguran) join here when they can be made."""

    PESAN = "pesan"
    SUREL = "surel"
    WHATSAPP = "whatsapp"


class Kepada(StrEnum):
    """Whom a rung reminds: who holds the turn, or the post above (where there is none, who answers for the SOP)."""

    PELAKSANA = "pelaksana"
    ATASAN = "atasan"


class Satuan(StrEnum):
    """The unit in which a rung's distance from the due moment is said; both are working time."""

    JAM = "jam"
    HARI = "hari"


NAMA_SALURAN = {
    Saluran.PESAN: "Pesan di Lapkin",
    Saluran.SUREL: "Surel",
    Saluran.WHATSAPP: "WhatsApp (teks siap kirim)",
}
NAMA_KEPADA = {Kepada.PELAKSANA: "Yang memegang giliran", Kepada.ATASAN: "Atasannya"}
NAMA_SATUAN = {Satuan.JAM: "jam kerja", Satuan.HARI: "hari kerja"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anak:
    """One rung: `selisih` units after the due moment (negative: before it, 0: at it)."""

    kode: str
    selisih: int
    satuan: str = Satuan.HARI
    saluran: str
    kepada: str = Kepada.PELAKSANA
    teks: str
    aktif: bool = True

    def menit(self, sehari: int) -> int:
        """The distance from the due moment in working minutes, where a working day has `sehari`."""
        return self.selisih * (sehari if self.satuan == Satuan.HARI else 60)

    @property
    def jalur(self) -> tuple[str, str]:
        """Rungs of one line (channel and reader) climb; of one line only the highest is sent at a time."""
        return self.saluran, self.kepada

    @property
    def kapan(self) -> str:
        """ "1 hari kerja sebelum tenggat", "saat tenggat", "3 hari kerja sesudah tenggat"."""
        if not self.selisih:
            return "saat tenggat"
        arah = "sebelum" if self.selisih < 0 else "sesudah"
        return f"{abs(self.selisih)} {NAMA_SATUAN[Satuan(self.satuan)]} {arah} tenggat"

    @property
    def sisa_contoh(self) -> str:
        """The time left or overrun that a text says when this rung is reached, for its preview."""
        if not self.selisih:
            return "tenggat sudah tiba"
        kata = "sisa" if self.selisih < 0 else "terlambat"
        return f"{kata} {abs(self.selisih)} {NAMA_SATUAN[Satuan(self.satuan)]}"


BAWAAN = (
    Anak(
        kode="pesan-sebelum",
        selisih=-1,
        saluran=Saluran.PESAN,
        teks="Pengingat: “{kegiatan}” ({pekerjaan}) mohon diselesaikan paling lambat {tenggat}; {sisa}.",
    ),
    Anak(
        kode="pesan-saat",
        selisih=0,
        saluran=Saluran.PESAN,
        teks="“{kegiatan}” ({pekerjaan}) sudah sampai pada tenggatnya, {tenggat}. Mohon segera diselesaikan.",
    ),
    Anak(
        kode="surel-saat",
        selisih=0,
        saluran=Saluran.SUREL,
        teks=(
            "{sapaan}\n\nTugas “{kegiatan}” untuk {pekerjaan} sudah sampai pada tenggatnya, {tenggat}."
            "\n\nMohon berkenan menyelesaikannya di {tautan}\n\nTerima kasih."
        ),
    ),
    Anak(
        kode="surel-sesudah",
        selisih=1,
        saluran=Saluran.SUREL,
        teks=(
            "{sapaan}\n\nTugas “{kegiatan}” untuk {pekerjaan} masih menunggu {jabatan}. Tenggatnya {tenggat} ({sisa})."
            "\n\nLangkah berikutnya baru dapat dimulai sesudah tugas ini selesai. Mohon berkenan menyelesaikannya"
            " di {tautan}\n\nTerima kasih."
        ),
    ),
    Anak(
        kode="whatsapp-sesudah",
        selisih=3,
        saluran=Saluran.WHATSAPP,
        teks=(
            "{sapaan}, mohon izin mengingatkan: tugas “{kegiatan}” untuk {pekerjaan} masih menunggu"
            " {jabatan}. Tenggatnya {tenggat} ({sisa}). Tautannya: {tautan} Terima kasih."
        ),
    ),
    Anak(
        kode="pesan-atasan",
        selisih=3,
        saluran=Saluran.PESAN,
        kepada=Kepada.ATASAN,
        teks=(
            "“{kegiatan}” ({pekerjaan}) di {jabatan} {sisa} dari tenggat {tenggat}."
            " Mohon berkenan menanyakannya; teks pengingat sudah disiapkan."
        ),
    ),
)


def susun_tangga(daftar_sendiri: Iterable[Anak]) -> tuple[Anak, ...]:
    """The whole ladder of an office, switched-off rungs included: the shipped one with the office's own in place."""
    semua = {anak.kode: anak for anak in (*BAWAAN, *daftar_sendiri)}
    return tuple(sorted(semua.values(), key=lambda a: (a.menit(450), a.saluran, a.kode)))
