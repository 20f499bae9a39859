"""Whether revisions of an SOP are still what the trail says was put in force.

A revision in force refuses every change in the application; what was changed round it (SQL by hand) stands out
here, because each "sop.berlaku" event of the hash chain keeps what was true on that day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BERLAKU = "sop.berlaku"
DICABUT = "sop.dicabut"

_SEBUTAN = {
    "sidik": "isinya diubah sesudah disahkan",
    "berlaku_pada": "saat berlakunya diubah",
    "pengesah": "jabatan yang harus mengesahkannya diubah",
    "disahkan_oleh": "pengesahnya diubah",
    "disahkan_sebagai": "jabatan pengesahnya diubah",
    "formulir": "formulir yang dibaca pengesah diganti",
    "pindaian": "pindaian pengesahannya diganti",
    "asal": "revisi asalnya diubah",
    "catatan": "alasan revisinya diubah",
    "pembuat": "pembuatnya diubah",
    "dibuat_pada": "saat pembuatannya diubah",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanRevisi:
    """A revision as it stands in its row; `bukti` is what its event should say, empty where it never was in force.

    `dicabut_pada`: when it was revoked, as events write moments; "" when it was not.
    """

    urutan: int
    status: str
    bukti: Mapping[str, Any]
    dicabut_pada: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanPeristiwa:
    """One event about an SOP: its kind and its data. Older events have no `urutan`, only `sidik`."""

    jenis: str
    data: Mapping[str, Any]


def kerusakan_revisi(
    daftar_revisi: Sequence[CatatanRevisi], daftar_peristiwa: Sequence[CatatanPeristiwa]
) -> Iterator[str]:
    """Every way in which the revisions of one SOP differ from its trail, as Indonesian sentences."""
    masuk = [peristiwa.data for peristiwa in daftar_peristiwa if peristiwa.jenis == BERLAKU]
    pernah = {data["urutan"]: data for data in masuk if "urutan" in data}
    for revisi in daftar_revisi:
        if revisi.urutan in pernah:
            yield from _beda(revisi, pernah[revisi.urutan])
        elif revisi.status != "draf" and not _sidik_lama(revisi, masuk):
            yield f"revisi {revisi.urutan}: tidak ada peristiwa yang memberlakukan isi ini"
    ada = {revisi.urutan for revisi in daftar_revisi}
    yield from (f"revisi {urutan}: hilang" for urutan in pernah if urutan not in ada)
    yield from _beda_keadaan(daftar_revisi, daftar_peristiwa)
    yield from _beda_pencabutan(daftar_revisi, daftar_peristiwa)


def _sidik_lama(revisi: CatatanRevisi, masuk: list[Mapping[str, Any]]) -> bool:
    return any("urutan" not in data and data.get("sidik") == revisi.bukti.get("sidik") for data in masuk)


def _beda(revisi: CatatanRevisi, data: Mapping[str, Any]) -> Iterator[str]:
    if revisi.status == "draf":
        yield f"revisi {revisi.urutan}: pernah berlaku, tetapi tersimpan sebagai draf"
    for kunci, kalimat in _SEBUTAN.items():
        if kunci in data and data[kunci] != revisi.bukti.get(kunci):
            yield f"revisi {revisi.urutan}: {kalimat}"


def _beda_keadaan(
    daftar_revisi: Sequence[CatatanRevisi], daftar_peristiwa: Sequence[CatatanPeristiwa]
) -> Iterator[str]:
    """The last event tells which revision is in force; the trail before revisions had numbers does not."""
    terakhir = daftar_peristiwa[-1] if daftar_peristiwa else None
    if terakhir is None or "urutan" not in terakhir.data:
        return
    seharusnya = {terakhir.data["urutan"]} if terakhir.jenis == BERLAKU else set()
    berlaku = {revisi.urutan for revisi in daftar_revisi if revisi.status == "berlaku"}
    yield from (
        f"revisi {urutan}: tersimpan sebagai berlaku, padahal sudah dicabut"
        for urutan in sorted(berlaku - seharusnya)
    )
    yield from (f"revisi {urutan}: menurut jejak masih berlaku" for urutan in sorted(seharusnya - berlaku))


def _beda_pencabutan(
    daftar_revisi: Sequence[CatatanRevisi], daftar_peristiwa: Sequence[CatatanPeristiwa]
) -> Iterator[str]:
    dicabut = _saat_dicabut(daftar_peristiwa)
    yield from (
        f"revisi {revisi.urutan}: saat pencabutannya diubah"
        for revisi in daftar_revisi
        if revisi.dicabut_pada != dicabut.get(revisi.urutan, revisi.dicabut_pada)
    )


def _saat_dicabut(daftar_peristiwa: Sequence[CatatanPeristiwa]) -> dict[int, str]:
    """When each revision was revoked, where the trail tells: by an act of its own, or as the next came into force."""
    hasil, berlaku = {}, None
    for data, masuk in ((satu.data, satu.jenis == BERLAKU) for satu in daftar_peristiwa):
        lama = berlaku if masuk else data.get("urutan")
        saat = data.get("berlaku_pada" if masuk else "dicabut_pada")
        if lama is not None and saat is not None:
            hasil[lama] = saat
        berlaku = data.get("urutan") if masuk else None
        if berlaku is not None:
            hasil[berlaku] = ""
    return hasil
