"""A whole run of SOP 000 with 6 and with 45 units: Lapkin's engine beside SpiffWorkflow, in one process, in turn.

SpiffWorkflow does here what a product on it must do at each finished task: read its state, complete the task, write
the state back, and write the same task, notice and trail rows into the same kind of database with the same
durability (SQLite, WAL, synchronous FULL). A Spiff task knows no post, no deadline and no holder, so the peer finds
them for its rows by the same look-ups; it checks no permission, no kelengkapan and no output, which Lapkin does.
Its BPMN is the same SOP: a user task for each phase, the units side by side.

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
from django.test import override_settings  # noqa: E402
from django.urls import path  # noqa: E402
from django.utils import timezone  # noqa: E402
from SpiffWorkflow.bpmn.parser import BpmnParser  # noqa: E402
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer  # noqa: E402
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow  # noqa: E402
from SpiffWorkflow.util.task import TaskState  # noqa: E402

from lapkin.alur import actions  # noqa: E402
from lapkin.alur.models import Kelengkapan, Pelaksanaan, Tugas  # noqa: E402
from lapkin.alur.queries import ikatan, tenggat_langkah  # noqa: E402
from lapkin.alur.tests.bantuan import kantor, pelaku  # noqa: E402
from lapkin.berkas.actions import bekukan  # noqa: E402
from lapkin.jejak.actions import beri_tahu, catat  # noqa: E402
from lapkin.organisasi.queries import pemegang_jabatan  # noqa: E402
from lapkin.sop.bagan import Jenis  # noqa: E402
from lapkin.sop.tests.benih import isi_sop  # noqa: E402

KODE = "dp3a-kalbar-lkjip"
# The engine names the task's page in its notices; the pages themselves are not part of the measure.
urlpatterns = [path("tugas/<int:pk>/", print, name="tugas")]
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def jalankan_lapkin(sop, pengelola, tahun, berkas):
    """One run by the real acts; returns the seconds of each finished task."""
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=tahun)
    waktu = []
    while tugas := (
        Tugas.objects.terbuka()
        .filter(pelaksanaan=pelaksanaan, penghimpun=False)
        .select_related("pelaksanaan__revisi", "pelaksanaan__instansi", "jabatan", "tim")
        .first()
    ):
        pegawai = pelaku(tugas)
        langkah = tugas.pelaksanaan.dibaca().cari(tugas.langkah)
        _lengkapi(tugas, langkah, pegawai)
        nama = langkah.daftar_output(Jenis(tugas.jenis), tugas.peran, tugas.naskah)
        mulai = time.perf_counter()
        actions.selesaikan(pegawai=pegawai, tugas=tugas, output=[(n, berkas) for n in nama])
        waktu.append(time.perf_counter() - mulai)
    return waktu


def _lengkapi(tugas, langkah, pegawai):
    """Supplied beforehand and not timed: SpiffWorkflow knows no kelengkapan."""
    Kelengkapan.objects.bulk_create(
        [
            Kelengkapan(tugas=tugas, nama=b.nama, alasan="bench", diisi_oleh=pegawai)
            for b in langkah.kelengkapan
        ],
        ignore_conflicts=True,
    )


def bpmn(jumlah_unit):
    """The same SOP as BPMN: a user task a phase, named by step, phase and unit; a parallel gateway around the units."""
    simpul, panah, sebelum = ['<startEvent id="mulai"/>'], [], "mulai"

    def sambung(dari, ke):
        panah.append(f'<sequenceFlow id="f{len(panah)}" sourceRef="{dari}" targetRef="{ke}"/>')

    for langkah in isi_sop(KODE).daftar_langkah_kerja:
        for tahap in langkah.tahapan():
            nama = f"{langkah.kode}__{tahap.nomor}__"
            if tahap.pengumpulan:
                simpul += [f'<parallelGateway id="buka-{nama}"/>', f'<parallelGateway id="tutup-{nama}"/>']
                sambung(sebelum, f"buka-{nama}")
                for unit in range(jumlah_unit):
                    simpul.append(f'<userTask id="{nama}{unit}"/>')
                    sambung(f"buka-{nama}", f"{nama}{unit}")
                    sambung(f"{nama}{unit}", f"tutup-{nama}")
                sebelum = f"tutup-{nama}"
            else:
                simpul.append(f'<userTask id="{nama}0"/>')
                sambung(sebelum, f"{nama}0")
                sebelum = f"{nama}0"
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
    """One run: read state, complete a task, write state and the rows; returns the seconds of each task."""
    serializer = BpmnWorkflowSerializer()
    alur = BpmnWorkflow(spec)
    alur.do_engine_steps()
    revisi = sop.daftar_revisi.get()
    pelaksanaan = Pelaksanaan.objects.create(
        instansi=sop.instansi, sop=sop, revisi=revisi, tahun=tahun, judul="spiff", pembuat=pengelola
    )
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO spiff_keadaan VALUES (%s, %s)", [tahun, serializer.serialize_json(alur)])
    _baris_tugas(pelaksanaan, _siap(alur))
    waktu = []
    while True:
        mulai = time.perf_counter()
        if not _satu_langkah_spiff(serializer, tahun, pelaksanaan, pengelola):
            return waktu
        waktu.append(time.perf_counter() - mulai)


def _siap(alur):
    return alur.get_tasks(state=TaskState.READY, manual=True)


@transaction.atomic
def _satu_langkah_spiff(serializer, tahun, pelaksanaan, pegawai):
    with connection.cursor() as kursor:
        kursor.execute("SELECT isi FROM spiff_keadaan WHERE id = %s", [tahun])
        alur = serializer.deserialize_json(kursor.fetchone()[0])
        siap = _siap(alur)
        if not siap:
            return False
        siap[0].run()
        alur.do_engine_steps()
        kursor.execute(
            "UPDATE spiff_keadaan SET isi = %s WHERE id = %s", [serializer.serialize_json(alur), tahun]
        )
    nama = siap[0].task_spec.bpmn_id
    Tugas.objects.filter(pelaksanaan=pelaksanaan, status="terbuka", naskah=nama).update(
        status="selesai", ditutup_pada=timezone.now(), pelaku=pegawai
    )
    _baris_tugas(pelaksanaan, [t for t in _siap(alur) if t.id not in {t.id for t in siap}])
    catat(
        rantai=pelaksanaan.instansi.kunci,
        pegawai=pegawai,
        jenis="tugas.selesai",
        objek=pelaksanaan.kunci,
        uraian=nama,
        data={"langkah": nama},
    )
    return True


def _baris_tugas(pelaksanaan, daftar_spiff):
    """The mirror rows of the tasks that Spiff has made ready: post, deadline, and a notice to each holder."""
    if not daftar_spiff:
        return
    kode, nomor, _ = daftar_spiff[0].task_spec.bpmn_id.split("__")
    langkah = pelaksanaan.dibaca().cari(kode)
    tahap = langkah.tahapan()[int(nomor) - 1]
    pelaku = ikatan(pelaksanaan.sop_id, tahap.daftar_peran)
    sekarang = timezone.now()
    menit, tenggat = tenggat_langkah(pelaksanaan, langkah, sekarang)
    baris = Tugas.objects.bulk_create(
        Tugas(
            pelaksanaan=pelaksanaan,
            langkah=kode,
            urutan=0,
            tahap=tahap.nomor,
            jenis=tahap.jenis,
            naskah=spiff.task_spec.bpmn_id,
            peran=pelaku[n].nama,
            jabatan=pelaku[n].jabatan,
            unit_id=pelaku[n].jabatan.unit_id,
            instansi_id=pelaku[n].jabatan.instansi_id,
            menit_standar=menit,
            tenggat=tenggat,
            dibuka_pada=sekarang,
        )
        for n, spiff in enumerate(daftar_spiff)
    )
    pemegang = pemegang_jabatan({t.jabatan_id for t in baris})
    beri_tahu(
        (p.pegawai, f"Giliran Anda: {langkah.kegiatan}", f"/tugas/{t.pk}/")
        for t in baris
        for p in pemegang[t.jabatan_id]
    )


def banding(jumlah_unit, ulangan, berkas):
    """Both engines in turn, A B A B; prints the medians and the ratio, and returns the ratio."""
    _, pengelola, sop = kantor(KODE, jumlah_unit=jumlah_unit, kode_instansi=f"bench-{jumlah_unit}")
    spec = baca_spiff(jumlah_unit)
    pasangan = []
    for n in range(ulangan + 1):
        lapkin = jalankan_lapkin(sop, pengelola, 2000 + n, berkas)
        spiff = jalankan_spiff(spec, sop, pengelola, 10_000 * jumlah_unit + n)
        Pelaksanaan.objects.filter(judul="spiff").update(status="dibatalkan", selesai_pada=timezone.now())
        pasangan.append((lapkin, spiff))
    pasangan = pasangan[1:]  # the first of each is the warm-up
    rasio = statistics.median(sum(a) / sum(b) for a, b in pasangan)
    ms = [statistics.median(sum(p[i]) for p in pasangan) * 1000 for i in (0, 1)]
    print(
        f"{jumlah_unit} unit, {len(pasangan[0][0])} tugas: Lapkin {ms[0]:.0f} ms, SpiffWorkflow {ms[1]:.0f} ms"
    )
    print(f"  rasio Lapkin/SpiffWorkflow (median {ulangan} pasang): {rasio:.2f}  (target <= 0.67)")
    return rasio


def kedataran(berkas):
    """The cost of a step at the 200th task against the first ones, for both engines."""
    _, pengelola, sop = kantor(KODE, jumlah_unit=190, kode_instansi="bench-190")
    lapkin = jalankan_lapkin(sop, pengelola, 2000, berkas)
    spiff = jalankan_spiff(baca_spiff(190), sop, pengelola, 1_900_000)
    for nama, waktu in (("Lapkin", lapkin), ("SpiffWorkflow", spiff)):
        awal, akhir = statistics.median(waktu[4:24]) * 1000, statistics.median(waktu[172:192]) * 1000
        print(
            f"190 unit, {nama}: tugas ke-5..24 {awal:.2f} ms, ke-173..192 {akhir:.2f} ms, {akhir / awal:.2f} kali"
        )
    return statistics.median(lapkin[172:192]) / statistics.median(lapkin[4:24])


@override_settings(ROOT_URLCONF=__name__)
def utama(ulangan):
    call_command("migrate", verbosity=0)
    siapkan_tabel_spiff()
    berkas = bekukan(isi=b"bench", nama="bench.pdf", jenis="pdf")
    rasio = [banding(jumlah_unit, ulangan, berkas) for jumlah_unit in (6, 45)]
    return int(max(rasio) > 0.67 or kedataran(berkas) > 1.25)


if __name__ == "__main__":
    sys.exit(utama(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
