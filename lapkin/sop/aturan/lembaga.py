"""Kinds of agency: the letterhead, the roles and the office itself should be of one kind."""

import re
from collections.abc import Iterator
from functools import cache

from lapkin.sop.aturan.bacaan import baca_data, kata_kecil
from lapkin.sop.aturan.temuan import Bahan, Temuan, peringatan

_ALAMAT = re.compile(r"\s*(?:jl|jln|jalan|alamat|telp|telepon|komplek|kompleks|kantor pos)\b", re.IGNORECASE)
_SEMENTARA = ("plt ", "plh ", "pj ")


def kop_dan_peran(bahan: Bahan) -> Iterator[Temuan]:
    """The heads among the roles are all of another kind of agency than the kop (a Dinas with a Karo).

    One role of the kop's own kind is enough, be it just "Kepala": others may stand there as guests (the Inspektur
    who reviews).
    """
    bentuk_kop = _bentuk_kop(bahan)
    nama_peran = [peran.nama for peran in bahan.sop.peran]
    menurut_peran = {nama: bentuk for nama in nama_peran if (bentuk := _bentuk_jabatan(nama))}
    serumpun = {lain for bentuk in bentuk_kop for lain in _serumpun(bentuk)}
    if not bentuk_kop or not serumpun.isdisjoint(menurut_peran.values()) or _punya_kepala(nama_peran):
        return
    tamu = baca_data("lembaga")["tamu"]
    yang_pertama = {
        bentuk: nama
        for nama, bentuk in reversed(menurut_peran.items())
        if not any(f"{' '.join(kata_kecil(nama))} ".startswith(f"{satu} ") for satu in tamu)
    }
    for bentuk, nama in yang_pertama.items():
        yield peringatan(
            "kop-berlainan",
            f'Kop menyebut {" dan ".join(bentuk_kop)}, sedangkan peran "{nama}" adalah jabatan {bentuk}.',
            "Ganti kop dengan kop instansi yang menjalankan SOP ini, atau sesuaikan perannya.",
        )


def kop_dan_kantor(bahan: Bahan) -> Iterator[Temuan]:
    """The kop is of another kind than the office in which the SOP is to run."""
    kantor, bentuk_kop = bahan.keadaan.bentuk_lembaga, _bentuk_kop(bahan)
    if kantor and bentuk_kop and _serumpun(kantor).isdisjoint(bentuk_kop):
        yield peringatan(
            "kop-bukan-kantor-ini",
            f"Kop menyebut {' dan '.join(bentuk_kop)}, sedangkan kantor ini {kantor}.",
            "Ganti kop dengan kop instansi yang menjalankan SOP ini.",
        )


def bentuk_lembaga(nama: str) -> str:
    """The kind of agency of an office by its name ("Dinas Kominfo": Dinas); "" where the name tells none."""
    return next(iter(_bentuk_dalam(nama)), "")


def _bentuk_kop(bahan: Bahan) -> dict[str, None]:
    baris = [satu for satu in bahan.sop.identitas.kop if not _ALAMAT.match(satu)]
    return dict.fromkeys(bentuk for satu in baris for bentuk in _bentuk_dalam(satu))


def _bentuk_dalam(teks: str) -> list[str]:
    """The kinds of agency that a line names, in their order: "Biro Umum Sekretariat Daerah" is a Biro first."""
    rapi = f" {' '.join(kata_kecil(teks))} "
    letak = {}
    for bentuk in baca_data("lembaga")["bentuk"]:
        tempat = [di for sebutan in bentuk["kop"] if (di := rapi.find(f" {sebutan} ")) >= 0]
        if tempat:
            letak[bentuk["nama"]] = min(tempat)
    return sorted(letak, key=letak.__getitem__)


def _bentuk_jabatan(nama: str) -> str:
    """The kind of agency that has such a post; "" for a post of many kinds."""
    rapi = f"{' '.join(kata_kecil(nama))} "
    rapi = next((rapi.removeprefix(awalan) for awalan in _SEMENTARA if rapi.startswith(awalan)), rapi)
    for bentuk in baca_data("lembaga")["bentuk"]:
        if any(rapi.startswith(f"{jabatan} ") for jabatan in bentuk["jabatan"]):
            return bentuk["nama"]
    return ""


def _punya_kepala(daftar_nama: list[str]) -> bool:
    """Whether one is just called the head: then he is the head of the kop's own agency."""
    sebarang = baca_data("lembaga")["jabatan_sebarang"]
    return any(" ".join(kata_kecil(nama)) in sebarang for nama in daftar_nama)


@cache
def _serumpun(nama: str) -> frozenset[str]:
    """This kind, the kind it is a part of, and the kinds that are parts of it."""
    bagian = {bentuk["nama"]: bentuk.get("termasuk", "") for bentuk in baca_data("lembaga")["bentuk"]}
    return frozenset({nama, bagian.get(nama) or nama, *(satu for satu in bagian if bagian[satu] == nama)})


ATURAN = (kop_dan_peran, kop_dan_kantor)
