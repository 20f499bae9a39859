"""An SOP as the graph that BPMN draws: which turn follows which, and where a turn may send the work back.

It must say what the engine does: `actions/pembukaan.py` for what follows, `actions/giliran.py` for returns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from lapkin.sop.bagan import Langkah, Tahap
from lapkin.sop.sop import Sop

_POLOS = re.compile(r"[a-z0-9-]+")


class Bentuk(StrEnum):
    """The BPMN elements that are used."""

    MULAI = "startEvent"
    SELESAI = "endEvent"
    TUGAS = "userTask"
    PILIHAN = "exclusiveGateway"
    SEREMPAK = "parallelGateway"


@dataclass(frozen=True, slots=True, kw_only=True)
class Simpul:
    """One element of the flow; `lajur` is a role's name, `letak` its place from the left, counted from 0.

    `berulang`: opened once for each unit or PD. `peubah`: the variable in which the task tells where the work goes
    back to. `bawaan`: the flow a gateway takes when no condition holds.
    """

    id: str
    bentuk: Bentuk
    lajur: str
    letak: int
    nama: str = ""
    langkah: Langkah | None = None
    tahap: Tahap | None = None
    berulang: bool = False
    peubah: str = ""
    bawaan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliran:
    """An arrow between two elements; `syarat` is the condition of a return."""

    id: str
    dari: str
    ke: str
    nama: str = ""
    syarat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graf:
    """All of it; `daftar_lajur` are the names of the roles that get a lane, in the order of the columns."""

    daftar_lajur: tuple[str, ...]
    daftar_simpul: tuple[Simpul, ...]
    daftar_aliran: tuple[Aliran, ...]


@dataclass(slots=True)
class _Rangkaian:
    """The graph while it grows: `ujung` are the loose ends that the next element is tied to."""

    daftar_simpul: list[Simpul] = field(default_factory=list)
    daftar_aliran: list[Aliran] = field(default_factory=list)
    ujung: list[str] = field(default_factory=list)
    letak: int = -1

    def taruh(self, *daftar: tuple[str, Bentuk, str], **isi) -> list[str]:
        """Put elements below each other after all loose ends; they are the loose ends now."""
        self.letak += 1
        for id_simpul, bentuk, lajur in daftar:
            self.daftar_simpul.append(
                Simpul(id=id_simpul, bentuk=bentuk, lajur=lajur, letak=self.letak, **isi)
            )
            for dari in self.ujung:
                self.sambung(dari, id_simpul)
        self.ujung = [id_simpul for id_simpul, _, _ in daftar]
        return self.ujung

    def sambung(self, dari: str, ke: str, **isi) -> None:
        self.daftar_aliran.append(Aliran(id=f"alir-{len(self.daftar_aliran) + 1}", dari=dari, ke=ke, **isi))


def graf(sop: Sop) -> Graf:
    """The flow of an SOP that can be run."""
    daftar_langkah = sop.daftar_langkah_kerja
    daftar_nama = {langkah.kode: _nama_id(sop, langkah) for langkah in daftar_langkah}
    daftar_kembali = _daftar_kembali(sop)
    dituju = {kode for tujuan in daftar_kembali.values() for kode in tujuan}
    rangkaian = _Rangkaian()
    rangkaian.taruh(("mulai", Bentuk.MULAI, _lajur_pertama(daftar_langkah[0])), nama=_penanda(sop, "mulai"))
    for langkah in daftar_langkah:
        if langkah.kode in dituju and len(_peran(langkah.tahapan()[0])) > 1:
            lajur = _lajur_pertama(langkah)
            rangkaian.taruh((_masuk(daftar_nama, langkah), Bentuk.PILIHAN, lajur))
        for tahap in langkah.tahapan():
            _taruh_tahap(rangkaian, daftar_nama[langkah.kode], langkah, tahap, daftar_kembali)
    rangkaian.taruh(
        ("selesai", Bentuk.SELESAI, _lajur_akhir(daftar_langkah[-1])), nama=_penanda(sop, "selesai")
    )
    _sambung_kembali(rangkaian, sop, daftar_nama, daftar_kembali)
    return _jadi(sop, rangkaian)


def id_tugas(nama: str, tahap: Tahap, peran: str) -> str:
    """The id of the task of one role in one turn; alone in its turn it needs no number."""
    daftar = _peran(tahap)
    dasar = f"{nama}_{tahap.nomor}"
    return dasar if len(daftar) == 1 else f"{dasar}_{daftar.index(peran) + 1}"


def peubah(nama: str, tahap: Tahap) -> str:
    """The variable in which a turn says where the work goes back to: the kode of a row, or "" to go on.

    One for the turn, not for the task: of a shared turn the last to speak decides, and one return closes it.
    """
    return f"kembali_{nama}_{tahap.nomor}".replace("-", "__")


def tujuan_kembali(sop: Sop, langkah: Langkah, tahap: Tahap, peran: str) -> tuple[str, ...]:
    """The kode of the rows that this role may send the work back to in this turn, as the engine allows."""
    if tahap.pengumpulan:
        return ()
    pertama = langkah.tahapan()[0]
    sendiri = tahap.nomor > pertama.nomor and peran not in pertama.daftar_peran
    return tuple(dict.fromkeys(((langkah.kode,) if sendiri else ()) + langkah.kembali_ke))


def _daftar_kembali(sop: Sop) -> dict[tuple[str, int], tuple[str, ...]]:
    """By row and turn: all rows that anyone in the turn may send the work back to."""
    return {
        (langkah.kode, tahap.nomor): tuple(
            dict.fromkeys(
                tujuan for peran in _peran(tahap) for tujuan in tujuan_kembali(sop, langkah, tahap, peran)
            )
        )
        for langkah in sop.daftar_langkah_kerja
        for tahap in langkah.tahapan()
    }


def _taruh_tahap(rangkaian, nama: str, langkah: Langkah, tahap: Tahap, daftar_kembali) -> None:
    """One turn: its task, or its tasks between two parallel gateways; then the gateway of its returns."""
    daftar_peran = _peran(tahap)
    lajur, dasar = daftar_peran[0], f"{nama}_{tahap.nomor}"
    if len(daftar_peran) > 1:
        rangkaian.taruh((f"{dasar}_buka", Bentuk.SEREMPAK, lajur))
    rangkaian.taruh(
        *((id_tugas(nama, tahap, peran), Bentuk.TUGAS, peran) for peran in daftar_peran),
        nama=_nama_tugas(langkah, tahap),
        langkah=langkah,
        tahap=tahap,
        berulang=tahap.pengumpulan,
        peubah=peubah(nama, tahap) if daftar_kembali[langkah.kode, tahap.nomor] else "",
    )
    if len(daftar_peran) > 1:
        rangkaian.taruh((f"{dasar}_tutup", Bentuk.SEREMPAK, lajur))
    if daftar_kembali[langkah.kode, tahap.nomor]:
        rangkaian.taruh((f"{dasar}_setuju", Bentuk.PILIHAN, lajur), nama="Setuju?")


def _sambung_kembali(rangkaian, sop: Sop, daftar_nama: dict[str, str], daftar_kembali) -> None:
    for langkah in sop.daftar_langkah_kerja:
        for tahap in langkah.tahapan():
            semua = daftar_kembali[langkah.kode, tahap.nomor]
            for tujuan in semua:
                rangkaian.sambung(
                    f"{daftar_nama[langkah.kode]}_{tahap.nomor}_setuju",
                    _pintu(rangkaian, daftar_nama, sop.cari(tujuan)),
                    nama="Tidak" if len(semua) == 1 else f"Tidak: langkah {sop.cari(tujuan).no}",
                    syarat=f'{peubah(daftar_nama[langkah.kode], tahap)} == "{tujuan}"',
                )


def _pintu(rangkaian, daftar_nama: dict[str, str], langkah: Langkah) -> str:
    """Where an arrow back to a row ends: its merging gateway where its first turn is a shared one, else its task."""
    if len(_peran(langkah.tahapan()[0])) > 1:
        return _masuk(daftar_nama, langkah)
    tahap = langkah.tahapan()[0]
    return id_tugas(daftar_nama[langkah.kode], tahap, tahap.daftar_peran[0])


def _masuk(daftar_nama: dict[str, str], langkah: Langkah) -> str:
    return f"{daftar_nama[langkah.kode]}_masuk"


def _jadi(sop: Sop, rangkaian: _Rangkaian) -> Graf:
    bekerja = {simpul.lajur for simpul in rangkaian.daftar_simpul}
    daftar_lajur = tuple(peran.nama for peran in sop.peran if peran.kolom or peran.nama in bekerja)
    return Graf(
        daftar_lajur=daftar_lajur,
        daftar_simpul=tuple(_dengan_bawaan(rangkaian)),
        daftar_aliran=tuple(_dengan_ya(rangkaian)),
    )


def _dengan_bawaan(rangkaian: _Rangkaian) -> Iterator[Simpul]:
    """An exclusive gateway goes on unless a condition sends it back: its plain flow is the default."""
    lanjut = {aliran.dari: aliran.id for aliran in rangkaian.daftar_aliran if not aliran.syarat}
    for simpul in rangkaian.daftar_simpul:
        simpul_bawaan = lanjut[simpul.id] if simpul.bentuk is Bentuk.PILIHAN else ""
        yield replace(simpul, bawaan=simpul_bawaan)


def _dengan_ya(rangkaian: _Rangkaian) -> Iterator[Aliran]:
    bertanya = {simpul.id for simpul in rangkaian.daftar_simpul if simpul.nama == "Setuju?"}
    for aliran in rangkaian.daftar_aliran:
        ya = aliran.dari in bertanya and not aliran.syarat
        yield replace(aliran, nama="Ya") if ya else aliran


def _peran(tahap: Tahap) -> tuple[str, ...]:
    """A role named twice in one shared work has one task."""
    return tuple(dict.fromkeys(tahap.daftar_peran))


def _nama_id(sop: Sop, langkah: Langkah) -> str:
    """A kode is a good id; a row without one is named by its place."""
    if _POLOS.fullmatch(langkah.kode):
        return f"langkah-{langkah.kode}"
    return f"baris_{sop.langkah.index(langkah) + 1}"


def _nama_tugas(langkah: Langkah, tahap: Tahap) -> str:
    """The words of the row; where it has several turns, with the kind of work that the turn is."""
    return langkah.kegiatan if len(langkah.tahapan()) == 1 else f"{langkah.kegiatan} ({tahap.jenis})"


def _lajur_pertama(langkah: Langkah) -> str:
    return langkah.tahapan()[0].daftar_peran[0]


def _lajur_akhir(langkah: Langkah) -> str:
    return langkah.tahapan()[-1].daftar_peran[0]


def _penanda(sop: Sop, penanda: str) -> str:
    """What the print calls the beginning and the end."""
    bawaan = penanda.capitalize()
    return next((langkah.kegiatan for langkah in sop.langkah if langkah.penanda == penanda), bawaan)
