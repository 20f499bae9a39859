"""The exported BPMN says what Lapkin does: SpiffWorkflow runs it and opens the same steps in the same order."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnValidator
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine, TaskDataEnvironment
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from lapkin.alur import actions, queries
from lapkin.alur.tests.bantuan import kantor, kerjakan, pelaku, terbuka
from lapkin.sop.bpmn import JUMLAH_UNIT, PROSES, tulis_bpmn
from lapkin.sop.sop import Sop, SopTidakSah, masalah_sop
from lapkin.sop.tampak import tampak
from lapkin.sop.tests.benih import DAFTAR_KODE, SOP, isi_sop
from lapkin.sop.tests.test_sop_karangan import sop_karangan
from lapkin.sop.tukar.graf import id_tugas, peubah, tujuan_kembali

B = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
D = "{http://www.omg.org/spec/BPMN/20100524/DI}"
C = "{http://www.omg.org/spec/DD/20100524/DC}"
G = "{http://www.omg.org/spec/DD/20100524/DI}"
UNIT = 2
# The file leaves out what nobody sees; names are compared here letter by letter.
sop_jalan = sop_karangan().filter(
    lambda sop: not masalah_sop(sop) and all(tampak(peran.nama) == peran.nama for peran in sop.peran)
)
putusan = st.lists(st.integers(0, 5), max_size=25)


def tertulis(teks: str) -> str:
    """A role's name as XML can hold it."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\N{REPLACEMENT CHARACTER}", teks)


class Lapkin:
    """The pure rules of the SOP, as the engine follows them: the open tasks as (kode, turn, role, unit)."""

    def __init__(self, sop: Sop) -> None:
        self.sop = sop
        self._buka(sop.pertama(), sop.pertama().tahapan()[0])

    def _buka(self, langkah, tahap):
        kali = UNIT if tahap.pengumpulan else 1
        self.terbuka = Counter(
            {(langkah.kode, tahap.nomor, peran): kali for peran in dict.fromkeys(tahap.daftar_peran)}
        )

    def tujuan(self, tugas):
        langkah = self.sop.cari(tugas[0])
        return tujuan_kembali(self.sop, langkah, langkah.tahapan()[tugas[1] - 1], tugas[2])

    def selesaikan(self, tugas, kembali=""):
        kode, nomor, _ = tugas
        self.terbuka -= Counter([tugas])
        if kembali:
            self._buka(self.sop.cari(kembali), self.sop.cari(kembali).tahapan()[0])
        elif not self.terbuka:
            if tahap := self.sop.tahap_sesudah(kode, nomor):
                self._buka(self.sop.cari(kode), tahap)
            elif langkah := self.sop.sesudah(kode):
                self._buka(langkah, langkah.tahapan()[0])


class Spiff:
    """The same SOP as SpiffWorkflow runs it from the exported text; open tasks counted by (kode, turn, role)."""

    def __init__(self, sop: Sop, jumlah_unit: int = UNIT) -> None:
        self.sop = sop
        parser = BpmnParser(validator=BpmnValidator())
        parser.add_bpmn_str(tulis_bpmn(sop).encode())
        mesin = PythonScriptEngine(environment=TaskDataEnvironment({JUMLAH_UNIT: jumlah_unit}))
        self.alur = BpmnWorkflow(parser.get_spec(PROSES), script_engine=mesin)
        self.asal = {
            id_tugas(f"langkah-{langkah.kode}", tahap, peran): (langkah.kode, tahap.nomor, peran)
            for langkah in sop.daftar_langkah_kerja
            for tahap in langkah.tahapan()
            for peran in tahap.daftar_peran
        }
        self.alur.do_engine_steps()

    def _siap(self):
        return self.alur.get_tasks(state=TaskState.READY, manual=True)

    def _asal(self, tugas):
        return self.asal[tugas.task_spec.bpmn_id or tugas.parent.task_spec.bpmn_id]

    @property
    def terbuka(self):
        return Counter(self._asal(tugas) for tugas in self._siap())

    @property
    def lajur(self):
        return {self._asal(tugas)[2]: tugas.task_spec.lane for tugas in self._siap()}

    def selesaikan(self, asal, kembali=""):
        tugas = next(tugas for tugas in self._siap() if self._asal(tugas) == asal)
        kode, nomor, _ = asal
        tugas.data[peubah(f"langkah-{kode}", self.sop.cari(kode).tahapan()[nomor - 1])] = kembali
        tugas.run()
        self.alur.do_engine_steps()


def jalani(sop: Sop, pilih) -> list[tuple]:
    """Walk both together to the end; `pilih(terbuka, tujuan)` gives the task to finish and "" or where it goes back."""
    lapkin, spiff = Lapkin(sop), Spiff(sop)
    jejak = []
    while lapkin.terbuka:
        assert spiff.terbuka == lapkin.terbuka
        assert all(tertulis(peran) == lajur for peran, lajur in spiff.lajur.items())
        tugas, kembali = pilih(sorted(lapkin.terbuka), lapkin.tujuan)
        lain = sorted((lapkin.terbuka - Counter([tugas])).elements()) if kembali else []
        lapkin.selesaikan(tugas, kembali)
        spiff.selesaikan(tugas, kembali)
        for satu in lain:  # Lapkin closes the rest of a shared turn when one sends back, BPMN waits for it
            spiff.selesaikan(satu, kembali)
        jejak.append((tugas, kembali))
    assert not spiff.terbuka
    assert spiff.alur.is_completed()
    return jejak


def maju(terbuka, _tujuan):
    return terbuka[0], ""


def menurut(daftar_putusan: list[int]):
    """Take the way that the numbers choose; go straight on when they are used up.

    The tasks of a shared turn finish in one order here: a join of SpiffWorkflow 3.2.0 that stands in a loop counts
    a token of the round before when the branches arrive in another order. `teracak` tries the orders.
    """
    sisa = list(daftar_putusan)

    def pilih(terbuka, tujuan):
        if not sisa:
            return maju(terbuka, tujuan)
        pilihan = ("", *tujuan(terbuka[0]))
        return terbuka[0], pilihan[sisa.pop() % len(pilihan)]

    return pilih


def teracak(daftar_putusan: list[int]):
    """Go straight on, but of a shared turn let the numbers choose who finishes first."""
    sisa = list(daftar_putusan)

    def pilih(terbuka, _tujuan):
        return terbuka[(sisa.pop() if sisa else 0) % len(terbuka)], ""

    return pilih


def sekali(tugas, tujuan):
    """Send back from one task to one place, the first time that it is open; otherwise go on."""
    sisa = [(tugas, tujuan)]

    def pilih(terbuka, _tujuan):
        return sisa.pop() if sisa and tugas == terbuka[0] else maju(terbuka, _tujuan)

    return pilih


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_spiffworkflow_runs_a_seed_straight_through_in_lapkins_order(kode):
    sop = isi_sop(kode)
    urutan = list(dict.fromkeys(tugas[0] for tugas, _ in jalani(sop, maju)))
    assert urutan == [langkah.kode for langkah in sop.daftar_langkah_kerja]


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_every_return_of_a_seed_leads_in_spiffworkflow_where_lapkin_sends_it(kode):
    sop = isi_sop(kode)
    daftar_kembali = [
        ((langkah.kode, tahap.nomor, peran), tujuan)
        for langkah in sop.daftar_langkah_kerja
        for tahap in langkah.tahapan()
        for peran in tahap.daftar_peran
        for tujuan in tujuan_kembali(sop, langkah, tahap, peran)
    ]
    assert {tujuan for _, tujuan in daftar_kembali} >= {
        t for langkah in sop.langkah for t in langkah.kembali_ke
    }
    for tugas, tujuan in daftar_kembali:
        assert (tugas, tujuan) in jalani(sop, sekali(tugas, tujuan))


@pytest.mark.parametrize("kode", DAFTAR_KODE)
@given(daftar=putusan)
@settings(deadline=None, max_examples=8)
def test_a_seed_with_returns_at_random_goes_the_same_way_in_both(kode, daftar):
    jalani(isi_sop(kode), menurut(daftar))


@given(sop=sop_jalan, daftar=putusan)
@settings(deadline=None, max_examples=40)
def test_any_sop_goes_the_same_way_in_both(sop, daftar):
    jalani(sop, menurut(daftar))


@given(sop=sop_jalan, daftar=putusan)
@settings(deadline=None, max_examples=25)
def test_whoever_finishes_a_shared_turn_first_the_next_opens_when_all_have(sop, daftar):
    jalani(sop, teracak(daftar))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kode", "jumlah_unit"), [("jambi-data-kinerja", 2), ("inspektorat-landak-lkjip", 1)]
)
def test_the_running_engine_opens_what_spiffworkflow_opens_returns_included(kode, jumlah_unit):
    _, pengelola, sop = kantor(kode, jumlah_unit=jumlah_unit)
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    spiff, pernah, kembali_terjadi = Spiff(isi_sop(kode), jumlah_unit), set(), 0
    while tugas := terbuka(pelaksanaan, penghimpun=False).first():
        asal = (tugas.langkah, tugas.tahap, tugas.peran)
        dibuka = {(t.langkah, t.tahap, t.peran) for t in terbuka(pelaksanaan, penghimpun=False)}
        assert set(spiff.terbuka) == dibuka
        tujuan = [
            langkah.kode for langkah in queries.tujuan_kembali(tugas) if (asal, langkah.kode) not in pernah
        ]
        if not tujuan:
            kerjakan(tugas)
            spiff.selesaikan(asal)
            continue
        pernah.add((asal, tujuan[0]))
        kembali_terjadi += 1
        actions.kembalikan(pegawai=pelaku(tugas), tugas=tugas, tujuan=tujuan[0], catatan="Perbaiki.")
        for satu in [asal, *(dibuka - {asal})]:
            spiff.selesaikan(satu, tujuan[0])
    assert spiff.alur.is_completed()
    assert kembali_terjadi > 5


def dokumen(sop: Sop):
    return etree.fromstring(tulis_bpmn(sop).encode())


def kotak(unsur) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of a drawn element."""
    x, y, lebar, tinggi = (int(unsur.find(f"{C}Bounds").get(nama)) for nama in ("x", "y", "width", "height"))
    return x, y, x + lebar, y + tinggi


def bersinggungan(satu, lain) -> bool:
    return satu[0] < lain[2] and lain[0] < satu[2] and satu[1] < lain[3] and lain[1] < satu[3]


def periksa_gambar(sop: Sop) -> None:
    akar = dokumen(sop)
    semua_id = [unsur.get("id") for unsur in akar.iter() if isinstance(unsur.tag, str) and unsur.get("id")]
    assert len(semua_id) == len(set(semua_id))
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", nama) for nama in semua_id)
    proses = akar.find(f"{B}process")
    simpul = {u.get("id") for u in proses if u.tag not in (f"{B}laneSet", f"{B}sequenceFlow")}
    aliran = {u.get("id"): (u.get("sourceRef"), u.get("targetRef")) for u in proses.iter(f"{B}sequenceFlow")}
    lajur = {u.get("id") for u in proses.iter(f"{B}lane")}
    bentuk = {u.get("bpmnElement"): kotak(u) for u in akar.iter(f"{D}BPMNShape")}
    garis = {
        u.get("bpmnElement"): [(int(t.get("x")), int(t.get("y"))) for t in u.iter(f"{G}waypoint")]
        for u in akar.iter(f"{D}BPMNEdge")
    }
    assert set(bentuk) == simpul | lajur | {"kolam"}
    assert set(garis) == set(aliran)
    assert sorted(u.text for u in proses.iter(f"{B}flowNodeRef")) == sorted(simpul)
    _periksa_lajur(proses, bentuk, lajur)
    daftar = [(nama, bentuk[nama]) for nama in simpul]
    assert not [(a, b) for a, ka in daftar for b, kb in daftar if a < b and bersinggungan(ka, kb)]
    for nama, titik in garis.items():
        _periksa_garis(
            titik, [k for s, k in daftar if s not in aliran[nama]], [bentuk[s] for s in aliran[nama]]
        )


def _periksa_lajur(proses, bentuk, lajur) -> None:
    for satu in lajur:
        assert bentuk["kolam"][1] <= bentuk[satu][1] < bentuk[satu][3] <= bentuk["kolam"][3]
    for lane in proses.iter(f"{B}lane"):
        kiri, atas, kanan, bawah = bentuk[lane.get("id")]
        for acuan in lane.iter(f"{B}flowNodeRef"):
            x1, y1, x2, y2 = bentuk[acuan.text]
            assert kiri < x1 < x2 < kanan
            assert atas < y1 < y2 < bawah


def _periksa_garis(titik, daftar_lain, ujung) -> None:
    """At right angles, through no element, from the edge of one to the edge of the other."""
    for (x1, y1), (x2, y2) in zip(titik, titik[1:], strict=False):
        assert (x1 == x2) != (y1 == y2)
        ruas = min(x1, x2), min(y1, y2), max(x1, x2) + 1, max(y1, y2) + 1
        assert not [kotak_lain for kotak_lain in daftar_lain if bersinggungan(ruas, kotak_lain)]
    for (x, y), (kiri, atas, kanan, bawah) in zip((titik[0], titik[-1]), ujung, strict=True):
        assert kiri <= x <= kanan
        assert atas <= y <= bawah


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_the_diagram_of_a_seed_shows_every_element_in_its_lane_and_crosses_none(kode):
    periksa_gambar(isi_sop(kode))


@given(sop=sop_jalan)
@settings(deadline=None, max_examples=40)
def test_the_diagram_of_any_sop_shows_every_element_in_its_lane_and_crosses_none(sop):
    periksa_gambar(sop)


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_the_words_of_the_print_stand_in_the_document(kode):
    sop = isi_sop(kode)
    akar = dokumen(sop)
    nama = [unsur.get("name") for unsur in akar.iter(f"{B}userTask")]
    for langkah in sop.daftar_langkah_kerja:
        assert any(satu.startswith(langkah.kegiatan) for satu in nama)
    assert {u.get("name") for u in akar.iter(f"{B}lane")} >= {
        peran.nama for peran in sop.peran if peran.kolom
    }
    catatan = "\n".join(unsur.text for unsur in akar.iter(f"{B}documentation"))
    for langkah in sop.daftar_langkah_kerja:
        assert f"Waktu: {langkah.waktu_tercetak}" in catatan
        assert langkah.output_tercetak in catatan


def test_an_sop_that_cannot_be_run_is_not_exported():
    sop = isi_sop("dp3a-kalbar-lkjip")
    with pytest.raises(SopTidakSah, match="pelaksana belum ditulis"):
        tulis_bpmn(replace(sop, langkah=(replace(sop.langkah[0], pelaksana=()), *sop.langkah[1:])))


def test_the_command_writes_the_document_or_says_why_not(tmp_path, capsys):
    tujuan = tmp_path / "a.bpmn"
    call_command("sop", "bpmn", str(SOP / "dp3a-kalbar-lkjip.toml"), "-o", str(tujuan))
    assert tujuan.read_text(encoding="utf-8") == tulis_bpmn(isi_sop("dp3a-kalbar-lkjip"))
    call_command("sop", "bpmn", str(SOP / "dp3a-kalbar-lkjip.toml"))
    assert capsys.readouterr().out == tujuan.read_text(encoding="utf-8")
    rusak = tmp_path / "rusak.toml"
    rusak.write_text("kode = ", encoding="utf-8")
    with pytest.raises(CommandError, match="Tulisan TOML tidak terbaca"):
        call_command("sop", "bpmn", str(rusak))
    with pytest.raises(CommandError, match="tidak dapat dibuka"):
        call_command("sop", "bpmn", str(tmp_path / "tiada.toml"))


def test_marks_that_turn_the_writing_round_stay_out():
    sop = isi_sop("dp3a-kalbar-lkjip")
    langkah = (replace(sop.langkah[0], kegiatan="Memerintah\u202ekan\u200b"), *sop.langkah[1:])
    bpmn = tulis_bpmn(replace(sop, langkah=langkah))
    assert "Memerintahkan" in bpmn
    assert not {"\u202e", "\u200b"} & set(bpmn)
