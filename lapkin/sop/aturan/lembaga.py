"""Kinds of agency: the letterhead, the roles and the office itself should be of one kind."""

from collections.abc import Iterable, Iterator

from lapkin.sop.aturan.bacaan import baca_data, kata_kecil
from lapkin.sop.aturan.temuan import Bahan, Temuan, peringatan


def kop_dan_peran(bahan: Bahan) -> Iterator[Temuan]:
    """The heads among the roles are all of another kind of agency than the kop (a Dinas with a Karo).

    One role of the kop's own kind is enough: others may stand there as guests (the Inspektur who reviews).
    """
    bentuk_kop = _bentuk_kop(bahan)
    bentuk_peran = {
        bentuk: peran.nama
        for peran in reversed(bahan.sop.peran)
        for bentuk in _bentuk("jabatan", [peran.nama])
    }
    if not bentuk_kop or not bentuk_peran or not bentuk_kop.keys().isdisjoint(bentuk_peran):
        return
    for bentuk, peran in bentuk_peran.items():
        yield peringatan(
            "kop-berlainan",
            f'Kop menyebut {" dan ".join(bentuk_kop)}, sedangkan peran "{peran}" adalah jabatan {bentuk}.',
            "Ganti kop dengan kop instansi yang menjalankan SOP ini, atau sesuaikan perannya.",
        )


def kop_dan_kantor(bahan: Bahan) -> Iterator[Temuan]:
    """The kop is of another kind than the office in which the SOP is to run."""
    kantor, bentuk_kop = bahan.keadaan.bentuk_lembaga, _bentuk_kop(bahan)
    if kantor and bentuk_kop and kantor not in bentuk_kop:
        yield peringatan(
            "kop-bukan-kantor-ini",
            f"Kop menyebut {' dan '.join(bentuk_kop)}, sedangkan kantor ini {kantor}.",
            "Ganti kop dengan kop instansi yang menjalankan SOP ini.",
        )


def bentuk_lembaga(nama: str) -> str:
    """The kind of agency of an office by its name ("Dinas Kominfo": Dinas); "" where the name tells none."""
    return next(_bentuk("kop", [nama]), "")


def _bentuk_kop(bahan: Bahan) -> dict[str, None]:
    return dict.fromkeys(_bentuk("kop", bahan.sop.identitas.kop))


def _bentuk(menurut: str, daftar_nama: Iterable[str]) -> Iterator[str]:
    """The kinds of agency whose words one of the names begins with."""
    rapi = [f"{' '.join(kata_kecil(nama))} " for nama in daftar_nama]
    for bentuk in baca_data("lembaga")["bentuk"]:
        if any(nama.startswith(f"{awalan} ") for nama in rapi for awalan in bentuk[menurut]):
            yield bentuk["nama"]


ATURAN = (kop_dan_peran, kop_dan_kantor)
