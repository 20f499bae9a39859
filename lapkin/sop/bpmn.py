"""An SOP as BPMN 2.0 with its diagram part, for the tools of other offices (door; the parts lie in tukar/).

One pool, a lane for each column and for each role that works without one; each turn of a row is a user task, a
shared turn stands between two parallel gateways, a return leaves an exclusive gateway ("Ya" goes on). A turn tells
where the work goes back to in one variable (`kembali_<turn>`: a kode, or "" for on), which its documentation names;
a task opened for each unit or PD is repeated `jumlah_unit` times. What BPMN can't say is in doc/keputusan/0012.
"""

import re

from lxml import etree

from lapkin.sop.bagan import Langkah
from lapkin.sop.sop import Sop, SopTidakSah, masalah_sop
from lapkin.sop.tampak import tampak
from lapkin.sop.tukar.graf import Aliran, Bentuk, Graf, Simpul, graf
from lapkin.sop.tukar.tata import Kotak, Tata, tata

_BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DI = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC = "http://www.omg.org/spec/DD/20100524/DC"
_GARIS = "http://www.omg.org/spec/DD/20100524/DI"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SINGKATAN = {None: _BPMN, "bpmndi": _DI, "dc": _DC, "di": _GARIS, "xsi": _XSI}
_RUANG = "urn:lapkin:sop"
_BAHASA = "http://www.python.org/"
# What XML 1.0 cannot hold.
_TAK_TERTULIS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
JUMLAH_UNIT = "jumlah_unit"
PROSES = "sop"


def tulis_bpmn(sop: Sop) -> str:
    """The BPMN 2.0 document of an SOP; raises SopTidakSah when it can't be run yet."""
    if daftar_masalah := masalah_sop(sop):
        raise SopTidakSah(daftar_masalah)
    isi = graf(sop)
    akar = etree.Element(
        f"{{{_BPMN}}}definitions",
        {"id": "definisi", "targetNamespace": _RUANG, "expressionLanguage": _BAHASA, "exporter": "Lapkin"},
        nsmap=_SINGKATAN,
    )
    judul = sop.identitas.judul or sop.kode
    _anak(
        _anak(akar, "collaboration", id="kerja-sama"),
        "participant",
        id="kolam",
        name=judul,
        processRef=PROSES,
    )
    _proses(akar, isi, judul)
    _diagram(akar, isi, tata(isi))
    etree.indent(akar)
    return etree.tostring(akar, encoding="unicode", xml_declaration=False) + "\n"


def _anak(induk, nama: str, ruang: str = _BPMN, teks: str = "", **atribut):
    """A child element; empty attributes are left out."""
    unsur = etree.SubElement(
        induk,
        f"{{{ruang}}}{nama}",
        {kunci: _tertulis(str(isi)) for kunci, isi in atribut.items() if isi != ""},
    )
    unsur.text = _tertulis(teks) or None
    return unsur


def _tertulis(teks: str) -> str:
    return _TAK_TERTULIS.sub("\N{REPLACEMENT CHARACTER}", tampak(teks))


def _proses(akar, isi: Graf, judul: str) -> None:
    proses = _anak(akar, "process", id=PROSES, name=judul, isExecutable="true")
    daftar = _anak(proses, "laneSet", id="daftar-lajur")
    for nomor, nama in enumerate(isi.daftar_lajur, start=1):
        lajur = _anak(daftar, "lane", id=f"lajur-{nomor}", name=nama)
        for simpul in isi.daftar_simpul:
            if simpul.lajur == nama:
                _anak(lajur, "flowNodeRef", teks=simpul.id)
    for simpul in isi.daftar_simpul:
        _simpul(proses, isi, simpul)
    for aliran in isi.daftar_aliran:
        _aliran(proses, aliran)


def _simpul(proses, isi: Graf, simpul: Simpul) -> None:
    unsur = _anak(proses, simpul.bentuk, id=simpul.id, name=simpul.nama, default=simpul.bawaan)
    if simpul.langkah:
        _anak(unsur, "documentation", teks=_keterangan(simpul, simpul.langkah))
    for aliran in isi.daftar_aliran:
        if aliran.ke == simpul.id:
            _anak(unsur, "incoming", teks=aliran.id)
    for aliran in isi.daftar_aliran:
        if aliran.dari == simpul.id:
            _anak(unsur, "outgoing", teks=aliran.id)
    if simpul.berulang:
        ulang = _anak(unsur, "multiInstanceLoopCharacteristics", isSequential="false")
        _syarat(ulang, "loopCardinality", JUMLAH_UNIT)


def _aliran(proses, aliran: Aliran) -> None:
    unsur = _anak(
        proses, "sequenceFlow", id=aliran.id, name=aliran.nama, sourceRef=aliran.dari, targetRef=aliran.ke
    )
    if aliran.syarat:
        _syarat(unsur, "conditionExpression", aliran.syarat)


def _syarat(induk, nama: str, teks: str) -> None:
    _anak(induk, nama, teks=teks).set(f"{{{_XSI}}}type", "tFormalExpression")


def _keterangan(simpul: Simpul, langkah: Langkah) -> str:
    """What the row prints beside its words, and what the software makes of it."""
    bagian = {
        "No": langkah.no,
        "Jenis pekerjaan": simpul.tahap.jenis if simpul.tahap else "",
        "Kelengkapan": langkah.kelengkapan_tercetak,
        "Waktu": langkah.waktu_tercetak,
        "Output": langkah.output_tercetak,
        "Keterangan": langkah.keterangan,
        "Dibuka untuk tiap": langkah.tiap if simpul.berulang and langkah.tiap else "",
        "Dihimpun oleh": langkah.penghimpun if simpul.berulang else "",
        "Peubah pengembalian": simpul.peubah,
    }
    return "\n".join(f"{sebutan}: {isi}" for sebutan, isi in bagian.items() if isi)


def _diagram(akar, isi: Graf, letak: Tata) -> None:
    bidang = _anak(
        _anak(akar, "BPMNDiagram", _DI, id="gambar"), "BPMNPlane", _DI, id="bidang", bpmnElement="kerja-sama"
    )
    _bentuk(bidang, "kolam", letak.kolam, isHorizontal="true")
    for nomor, nama in enumerate(isi.daftar_lajur, start=1):
        _bentuk(bidang, f"lajur-{nomor}", letak.lajur[nama], isHorizontal="true")
    for simpul in isi.daftar_simpul:
        pilihan = {"isMarkerVisible": "true"} if simpul.bentuk is Bentuk.PILIHAN else {}
        bentuk = _bentuk(bidang, simpul.id, letak.simpul[simpul.id], **pilihan)
        _nama(bentuk, letak.nama.get(simpul.id))
    for aliran in isi.daftar_aliran:
        garis = _anak(bidang, "BPMNEdge", _DI, id=f"gambar-{aliran.id}", bpmnElement=aliran.id)
        for x, y in letak.aliran[aliran.id]:
            _anak(garis, "waypoint", _GARIS, x=x, y=y)
        _nama(garis, letak.nama.get(aliran.id))


def _bentuk(bidang, id_unsur: str, kotak: Kotak, **atribut: str):
    bentuk = _anak(bidang, "BPMNShape", _DI, id=f"gambar-{id_unsur}", bpmnElement=id_unsur, **atribut)
    _batas(bentuk, kotak)
    return bentuk


def _nama(induk, kotak: Kotak | None) -> None:
    if kotak:
        _batas(_anak(induk, "BPMNLabel", _DI), kotak)


def _batas(induk, kotak: Kotak) -> None:
    _anak(induk, "Bounds", _DC, x=kotak.x, y=kotak.y, width=kotak.lebar, height=kotak.tinggi)
