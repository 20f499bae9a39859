"""A whole run of SOP 000 with 6 and with 45 units: Lapkin's engine beside SpiffWorkflow, in one process, in turn.

SpiffWorkflow does here what a product on it must do at each finished task: read its state, complete the task, write
the state back, and write the same task and trail rows into the same kind of database with the same durability
(SQLite, WAL, synchronous FULL). Its BPMN is the same SOP: a user task for each phase, the units side by side.

    .venv/bin/python bench/alur.py [pairs]

Target: the ratio Lapkin / SpiffWorkflow at most 0.67, and a step's cost flat from the first to the 200th task.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
KERJA = tempfile.TemporaryDirectory(prefix="lapkin-bench-")
os.environ.update(
    DJANGO_SETTINGS_MODULE="lapkin.settings",
    LAPKIN_DATA=KERJA.name,
    LAPKIN_BASISDATA=f"sqlite:///{KERJA.name}/bench.sqlite3",
)

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from SpiffWorkflow.bpmn.parser import BpmnParser  # noqa: E402
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer  # noqa: E402
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow  # noqa: E402
from SpiffWorkflow.util.task import TaskState  # noqa: E402

from lapkin.alur import actions  # noqa: E402
from lapkin.alur.bagan import Jenis  # noqa: E402
from lapkin.alur.models import Kelengkapan, Pelaksanaan, Tugas  # noqa: E402
from lapkin.alur.tests.bantuan import isi_sop, kantor, pelaku  # noqa: E402
from lapkin.berkas.actions import bekukan  # noqa: E402
from lapkin.jejak.actions import catat  # noqa: E402
from lapkin.jejak.models import Pemberitahuan  # noqa: E402

KODE = "dp3a-kalbar-lkjip"
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def jalankan_lapkin(sop, pengelola, tahun, berkas):
    """One run by the real acts; returns the seconds of each finished task."""
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=tahun)
    waktu = []
    while tugas := (
        Tugas.objects.terbuka()
        .filter(pelaksanaan=pelaksanaan, penghimpun=False)
        .select_related("pelaksanaan__revisi", "jabatan", "tim")
        .first()
    ):
        pegawai = pelaku(tugas)
        langkah = tugas.pelaksanaan.revisi.dibaca().cari(tugas.langkah)
        _lengkapi(tugas, langkah, pegawai)
        nama = langkah.daftar_output(Jenis(tugas.jenis), tugas.peran, tugas.naskah)
        mulai = time.perf_counter()
        actions.selesaikan(pegawai=pegawai, tugas=tugas, output=[(n, berkas) for n in nama])
        waktu.append(time.perf_counter() - mulai)
    return waktu


def _lengkapi(tugas, langkah, pegawai):
    """Supplied beforehand and not timed: SpiffWorkflow knows no kelengkapan."""
    Kelengkapan.objects.bulk_create(
        [Kelengkapan(tugas=tugas, nama=b.nama, alasan="bench", diisi_oleh=pegawai) for b in langkah.kelengkapan],
        ignore_conflicts=True,
    )


def bpmn(jumlah_unit):
    """The same SOP as BPMN: a user task a phase, a parallel gateway around the units."""
    simpul, panah, sebelum, n = ['<startEvent id="mulai"/>'], [], "mulai", 0

    def sambung(dari, ke):
        panah.append(f'<sequenceFlow id="f{len(panah)}" sourceRef="{dari}" targetRef="{ke}"/>')

    for langkah in isi_sop(KODE).daftar_langkah_kerja:
        for tahap in langkah.tahapan():
            n += 1
            if tahap.pengumpulan:
                buka, tutup = f"buka{n}", f"tutup{n}"
                simpul += [f'<parallelGateway id="{buka}"/>', f'<parallelGateway id="{tutup}"/>']
                sambung(sebelum, buka)
                for u in range(jumlah_unit):
                    simpul.append(f'<userTask id="t{n}u{u}" name="{langkah.kode} unit {u}"/>')
                    sambung(buka, f"t{n}u{u}")
                    sambung(f"t{n}u{u}", tutup)
                sebelum = tutup
            else:
                simpul.append(f'<userTask id="t{n}" name="{langkah.kode} {tahap.jenis}"/>')
                sambung(sebelum, f"t{n}")
                sebelum = f"t{n}"
    simpul.append('<endEvent id="selesai"/>')
    sambung(sebelum, "selesai")
    return (
        f'<definitions xmlns="{BPMN}" targetNamespace="lapkin"><process id="sop" isExecutable="true">'
        f"{''.join(simpul)}{''.join(panah)}</process></definitions>"
    )


def baca_spiff(jumlah_unit):
    parser = BpmnParser()
    parser.add_bpmn_str(bpmn(jumlah_unit).encode())
    return parser.get_spec("sop")


def siapkan_tabel_spiff():
    with connection.cursor() as kursor:
        kursor.execute("CREATE TABLE spiff_keadaan (id INTEGER PRIMARY KEY, isi TEXT NOT NULL)")


def jalankan_spiff(spec, sop, pengelola, tahun):
    """One run: read state, complete a task, write state and the same rows; returns the seconds of each task."""
    serializer = BpmnWorkflowSerializer()
    alur = BpmnWorkflow(spec)
    alur.do_engine_steps()
    pelaksanaan = Pelaksanaan.objects.create(
        instansi=sop.instansi, sop=sop, revisi=sop.daftar_revisi.get(), tahun=tahun, judul="spiff", pembuat=pengelola
    )
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO spiff_keadaan VALUES (%s, %s)", [tahun, serializer.serialize_json(alur)])
    jabatan = sop.daftar_peran.exclude(jabatan=None).first().jabatan
    _baris_tugas(pelaksanaan, jabatan, {t.task_spec.bpmn_id for t in alur.get_tasks(state=TaskState.READY)})
    waktu = []
    while True:
        mulai = time.perf_counter()
        lanjut = _satu_langkah_spiff(serializer, tahun, pelaksanaan, pengelola, jabatan)
        if not lanjut:
            return waktu
        waktu.append(time.perf_counter() - mulai)


@transaction.atomic
def _satu_langkah_spiff(serializer, tahun, pelaksanaan, pegawai, jabatan):
    with connection.cursor() as kursor:
        kursor.execute("SELECT isi FROM spiff_keadaan WHERE id = %s", [tahun])
        alur = serializer.deserialize_json(kursor.fetchone()[0])
        siap = alur.get_tasks(state=TaskState.READY, manual=True)
        if not siap:
            return False
        sebelum = {t.id for t in siap}
        siap[0].run()
        alur.do_engine_steps()
        baru = [t for t in alur.get_tasks(state=TaskState.READY, manual=True) if t.id not in sebelum]
        kursor.execute(
            "UPDATE spiff_keadaan SET isi = %s WHERE id = %s", [serializer.serialize_json(alur), tahun]
        )
    Tugas.objects.filter(pelaksanaan=pelaksanaan, status="terbuka", langkah=siap[0].task_spec.bpmn_id).update(
        status="selesai", ditutup_pada=_kini(), pelaku=pegawai
    )
    _baris_tugas(pelaksanaan, jabatan, [t.task_spec.bpmn_id for t in baru])
    Pemberitahuan.objects.bulk_create(
        Pemberitahuan(penerima=pegawai, teks="Giliran Anda", tautan="/tugas/") for _ in baru
    )
    _peristiwa(pelaksanaan, pegawai, siap[0].task_spec.bpmn_id)
    return True


def _kini():
    return timezone.now()


def _baris_tugas(pelaksanaan, jabatan, daftar_id):
    Tugas.objects.bulk_create(
        Tugas(
            pelaksanaan=pelaksanaan,
            langkah=i,
            urutan=0,
            jenis="susun",
            peran="spiff",
            jabatan=jabatan,
            instansi=pelaksanaan.instansi,
            dibuka_pada=_kini(),
        )
        for i in daftar_id
    )


def _peristiwa(pelaksanaan, pegawai, apa):
    """The same trail row with the same chain, by the same function."""
    catat(
        rantai=pelaksanaan.instansi.kunci,
        pegawai=pegawai,
        jenis="tugas.selesai",
        objek=pelaksanaan.kunci,
        uraian=apa,
        data={"langkah": apa},
    )


def banding(jumlah_unit, ulangan, berkas):
    """Both engines in turn, A B A B; prints the medians and the ratio, and returns the ratio."""
    _, pengelola, sop = kantor(KODE, jumlah_unit=jumlah_unit, kode_instansi=f"bench-{jumlah_unit}")
    spec = baca_spiff(jumlah_unit)
    pasangan = []
    for n in range(ulangan + 1):
        lapkin = jalankan_lapkin(sop, pengelola, 2100 + n, berkas)
        spiff = jalankan_spiff(spec, sop, pengelola, 10_000 * jumlah_unit + n)
        Pelaksanaan.objects.filter(judul="spiff").update(status="dibatalkan", selesai_pada=_kini())
        pasangan.append((lapkin, spiff))
    pasangan = pasangan[1:]  # the first of each is the warm-up
    rasio = statistics.median(sum(a) / sum(b) for a, b in pasangan)
    ms = [statistics.median(sum(p[i]) for p in pasangan) * 1000 for i in (0, 1)]
    print(f"{jumlah_unit} unit, {len(pasangan[0][0])} tugas: Lapkin {ms[0]:.0f} ms, SpiffWorkflow {ms[1]:.0f} ms")
    print(f"  rasio Lapkin/SpiffWorkflow (median {ulangan} pasang): {rasio:.2f}  (target <= 0.67)")
    return rasio


def kedataran(berkas):
    """The cost of a step at the 200th task against the first ones, for both engines."""
    _, pengelola, sop = kantor(KODE, jumlah_unit=190, kode_instansi="bench-190")
    lapkin = jalankan_lapkin(sop, pengelola, 2100, berkas)
    spiff = jalankan_spiff(baca_spiff(190), sop, pengelola, 1_900_000)
    for nama, waktu in (("Lapkin", lapkin), ("SpiffWorkflow", spiff)):
        awal, akhir = statistics.median(waktu[4:24]) * 1000, statistics.median(waktu[172:192]) * 1000
        print(f"190 unit, {nama}: tugas ke-5..24 {awal:.2f} ms, ke-173..192 {akhir:.2f} ms, {akhir / awal:.2f} kali")
    return statistics.median(lapkin[172:192]) / statistics.median(lapkin[4:24])


def utama(ulangan):
    call_command("migrate", verbosity=0)
    siapkan_tabel_spiff()
    berkas = bekukan(isi=b"bench", nama="bench.pdf", jenis="pdf")
    rasio = [banding(jumlah_unit, ulangan, berkas) for jumlah_unit in (6, 45)]
    return int(max(rasio) > 0.67 or kedataran(berkas) > 1.25)


if __name__ == "__main__":
    sys.exit(utama(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
