"""The offices, people and things on which test_hak_akses tries every address."""

from datetime import date, timedelta

from django.utils import timezone

from lapkin.alur import actions as alur
from lapkin.alur.models import Kelengkapan, Output, Sop, Tugas
from lapkin.alur.tests.bantuan import pelaku
from lapkin.arsip.actions import arsipkan, kirim
from lapkin.arsip.models import Klasifikasi
from lapkin.kinerja.models import Anggaran, Indikator, PerjanjianKinerja
from lapkin.langkah.demo.kantor import bangun
from lapkin.laporan.actions import catat_poin
from lapkin.laporan.models import Laporan, VersiLaporan
from lapkin.naskah.models import Naskah
from lapkin.organisasi import actions as organisasi
from lapkin.organisasi.models import AnggotaTim, HariLibur, Jabatan, Pegawai, Penugasan, Tim, UnitKerja
from lapkin.organisasi.queries import hari_ini
from lapkin.pengingat.actions import buat_alamat, simpan_anak
from lapkin.pengingat.models import Pengingat
from lapkin.pengingat.queries import token_kalender
from lapkin.sop.sop import baca
from lapkin.sop.tests.contoh import SOP as SOP_CONTOH

from .sop.angka import TAHUN, beri_angka
from .sop.pemain import mainkan

ORANG = {
    "pemegang": "dp3a-kadis",
    "kolega": "dp3a-kabid-anak",
    "pengelola": "pengelola-dp3a-kalbar",
    "luar": "kominfo-kadis",
    "pengelola luar": "pengelola-kominfo-kalbar",
}
TANPA_ARGUMEN = (
    "kalender_saya",
    "kalender_buat",
    "kalender_cabut",
    "pekerjaan_daftar",
    "pekerjaan_mulai",
    "sop_daftar",
    "sop_baru",
    "laporan_daftar",
    "laporan_mulai",
    "naskah_pilih",
    "arsip_simpan",
    "kiriman_daftar",
    "instansi_tambah",
    "pelimpahan",
    "pelimpahan_baru",
)
HANYA_KODE = (
    "tangga",
    "tangga_tambah",
    "kotak_keluar",
    "warna_instansi",
    "instansi",
    "instansi_ubah",
    "lambang_instansi",
    "lambang_ganti",
    "libur",
    "libur_tambah",
    "unit",
    "unit_tambah",
    "jabatan",
    "jabatan_tambah",
    "pegawai",
    "pegawai_tambah",
    "tim",
    "tim_bentuk",
    "libur",
    "libur_tambah",
)
SUNTING_LANGKAH = (
    "sop_sunting_ubah",
    "sop_sunting_pindah",
    "sop_sunting_salin",
    "sop_sunting_hapus",
    "sop_sunting_tegaskan",
)
SUNTING_PERAN = ("sop_sunting_peran_ubah", "sop_sunting_peran_pindah", "sop_sunting_peran_hapus")


class Dunia:
    """DP3A with one case at the signature of its head and one at the collection from its units; Kominfo beside it."""

    def __init__(self):
        bangun("prov-kalbar")
        self.orang = {peran: Pegawai.objects.get(username=nama) for peran, nama in ORANG.items()}
        self.instansi = self.orang["pemegang"].instansi
        self.sop = Sop.objects.get(instansi=self.instansi)
        self.unit = UnitKerja.objects.filter(instansi=self.instansi).first()
        self.kasus = self._kasus(TAHUN, sampai="tanda-tangan")
        self.pengumpulan = self._kasus(TAHUN + 1, sampai="himpun")
        self.tugas = Tugas.objects.terbuka().get(pelaksanaan=self.kasus)
        self.output = Output.objects.filter(pelaksanaan=self.kasus, langkah="ajukan").first()
        self.perintah = Tugas.objects.get(pelaksanaan=self.kasus, langkah="perintah")
        self.kelengkapan = self._kelengkapan()
        self._isi_arsip()
        self._isi_laporan()
        self._isi_organisasi()
        self._isi_pengingat()

    def _kasus(self, tahun, sampai):
        daftar_unit = list(self.instansi.daftar_unit.all())
        beri_angka(self.instansi, self.orang["pengelola"], daftar_unit, tahun)
        kasus = alur.mulai(pegawai=self.orang["pengelola"], sop=self.sop, tahun=tahun)
        jawaban = {"alasan": "Data menyusul."}
        mainkan(kasus, sampai=sampai, jawaban=lambda tugas: jawaban if tugas.jenis == "isi-data" else {})
        return kasus

    def _kelengkapan(self):
        """A file that was supplied for the first step from outside."""
        baris = Kelengkapan.objects.get(tugas=self.perintah)
        Kelengkapan.objects.filter(pk=baris.pk).update(berkas=self.output.berkas, alasan="")
        return baris

    def _isi_arsip(self):
        umum = {"pegawai": self.orang["pemegang"], "instansi": self.instansi, "objek": self.kasus.kunci}
        self.arsip = arsipkan(
            **umum,
            berkas=self.output.berkas,
            judul="LKjIP",
            klasifikasi=Klasifikasi.objects.first(),
            lokasi="Lemari 1",
            tahun=TAHUN,
        )
        self.kiriman = kirim(
            **umum,
            tujuan="Biro Organisasi",
            cara="langsung",
            perihal="LKjIP",
            daftar_berkas=[self.output.berkas],
        )

    def _isi_laporan(self):
        self.laporan = Laporan.objects.get(pelaksanaan=self.kasus)
        self.versi = VersiLaporan.objects.filter(laporan=self.laporan).last()
        self.poin = catat_poin(pegawai=self.orang["kolega"], versi=self.versi, isi="Perjelas sebabnya.")
        self.naskah = Naskah.objects.filter(pelaksanaan=self.kasus).first()
        self.indikator = Indikator.objects.filter(instansi=self.instansi, tahun=TAHUN).first()
        self.anggaran = Anggaran.objects.filter(instansi=self.instansi, tahun=TAHUN).first()
        perjanjian = PerjanjianKinerja.objects.filter(instansi=self.instansi, tahun=TAHUN)
        perjanjian.update(naskah=self.versi.pdf, tanggal=date(TAHUN, 1, 15))
        self.tugas_unit = Tugas.objects.terbuka().filter(pelaksanaan=self.pengumpulan, per_unit=True).first()
        self.penghimpun = Tugas.objects.terbuka().get(pelaksanaan=self.pengumpulan, penghimpun=True)
        self.indikator_unit = Indikator.objects.get(
            instansi=self.instansi, tahun=TAHUN + 1, penanggung_jawab=self.tugas_unit.unit
        )
        self.pengisi = pelaku(self.tugas_unit)

    def _isi_organisasi(self):
        self.jabatan = Jabatan.objects.filter(instansi=self.instansi).first()
        self.penugasan = Penugasan.objects.filter(jabatan=self.jabatan).first()
        self.tim = Tim.objects.create(instansi=self.instansi, nama="Tim LKjIP", tahun=TAHUN)
        self.anggota = AnggotaTim.objects.create(tim=self.tim, pegawai=self.orang["kolega"])
        self.libur = HariLibur.objects.create(
            instansi=self.instansi, tanggal=date(TAHUN, 4, 1), nama="Hari jadi daerah"
        )
        self.libur = HariLibur.objects.create(
            instansi=self.instansi, tanggal=date(TAHUN, 1, 28), nama="Hari jadi provinsi"
        )
        self.peran = self.sop.daftar_peran.first()
        self.draf = alur.buat_sop(
            pegawai=self.orang["pengelola"], instansi=self.instansi, isi=baca(SOP_CONTOH)
        )
        esok = timezone.localdate() + timedelta(days=30)
        self.pelimpahan = organisasi.limpahkan(
            pegawai=self.orang["pemegang"],
            jabatan=Jabatan.objects.get(daftar_penugasan__pegawai=self.orang["pemegang"]),
            penerima=self.orang["kolega"],
            dari=esok,
            sampai=esok,
            alasan="Cuti",
        )
        self.tinjauan = alur.catat_peninjauan(
            pegawai=self.orang["pengelola"],
            revisi=self.sop.daftar_revisi.get(status="berlaku"),
            jenis="monitoring",
            tanggal=hari_ini(self.instansi),
            berkas=self.output.berkas,
        )
        self.batas = alur.atur_batas(
            pegawai=self.orang["pengelola"],
            instansi=self.instansi,
            jenis="pd",
            tahun=TAHUN,
            bulan_tanggal="02-20",
            dasar="Surat Sekda",
        )

    def _isi_pengingat(self):
        self.alamat_kalender = buat_alamat(pegawai=self.orang["pemegang"])
        self.anak_tangga = simpan_anak(
            pegawai=self.orang["pengelola"],
            instansi=self.instansi,
            kode="sendiri",
            selisih=2,
            satuan="hari",
            saluran="surel",
            kepada="pelaksana",
            teks="{sapaan}, mohon {kegiatan}.",
            aktif=True,
        )
        self.pengingat = Pengingat.objects.create(
            instansi=self.instansi,
            tugas=self.tugas,
            anak="sendiri",
            saluran="surel",
            penerima=self.orang["kolega"],
            tenggat=self.tugas.dibuka_pada,
            judul="Pengingat",
            teks="Mohon tanda tangan.",
            status=Pengingat.Status.GAGAL,
        )

    def argumen(self, nama):
        """The arguments with which an address is tried: always things of DP3A."""
        if nama in (khusus := self._argumen_khusus()):
            return khusus[nama]
        for awalan, daftar_argumen in self._argumen_umum():
            if nama.startswith(awalan):
                return daftar_argumen
        return []

    def _argumen_khusus(self):
        kode, sel = self.instansi.kode, self.tugas_unit.pk
        return {
            **dict.fromkeys(TANPA_ARGUMEN, []),
            **dict.fromkeys(HANYA_KODE, [kode]),
            "tugas_kembalikan_unit": [self.penghimpun.pk, sel],
            "tugas_tutup_pengumpulan": [self.penghimpun.pk],
            "tugas_output": [self.tugas.pk, self.output.pk],
            "tugas_kelengkapan": [self.perintah.pk, self.kelengkapan.pk],
            "tugas_isi": [sel, self.indikator_unit.pk, "TW1"],
            "tugas_isi_anggaran": [sel, self.anggaran.pk],
            "tugas_isi_teks": [sel, "ikhtisar"],
            "tugas_isi_simpan": [sel],
            "pekerjaan_output": [self.kasus.pk, self.output.pk],
            "sop_batas_hapus": [self.sop.pk, self.batas.pk],
            "sop_peninjauan_berkas": [self.sop.pk, self.tinjauan.pk, "pdf"],
            "sop_lepas": [self.sop.pk, self.peran.pk],
            "sop_ekspor": [self.draf.pk, "toml"],
            **dict.fromkeys(SUNTING_LANGKAH, [self.draf.pk, "surat"]),
            **dict.fromkeys(SUNTING_PERAN, [self.draf.pk, "staf"]),
            **dict.fromkeys(
                ["sop_revisi_lihat", "sop_revisi_buang", "sop_revisi_bekukan", "sop_revisi_sahkan"],
                [self.sop.pk, 1],
            ),
            "sop_revisi_berkas": [self.sop.pk, 1, "formulir"],
            "sop_banding": [self.sop.pk, 1, 1],
            "kinerja_perjanjian_unggah": [TAHUN, 0],
            "kinerja_perjanjian_naskah": [TAHUN, 0],
            "kinerja_isi": [self.indikator.pk, "TW1"],
            "kinerja_isi_baris": [self.indikator.pk],
            "kinerja_indikator": [self.indikator.pk],
            "kinerja_anggaran_isi": [self.anggaran.pk],
            "laporan_versi_pdf": [self.laporan.pk, self.versi.nomor],
            "laporan_versi_docx": [self.laporan.pk, self.versi.nomor],
            "laporan_banding": [self.laporan.pk, self.versi.nomor, self.versi.nomor],
            "laporan_poin_tutup": [self.laporan.pk, self.poin.pk],
            "naskah_buat": ["nota-dinas"],
            "naskah_berkas": [self.naskah.pk, "konsep"],
            "kiriman_berkas": [self.kiriman.pk, self.output.berkas.pk],
            "pelimpahan_cabut": [self.pelimpahan.pk],
            "penugasan_akhiri": [kode, self.penugasan.pk],
            "anggota_akhiri": [kode, self.anggota.pk],
            **dict.fromkeys(
                ["ingatkan_pesan", "ingatkan_surel", "ingatkan_whatsapp"],
                [self.tugas.pk, self.orang["pemegang"].pk],
            ),
            "kalender_ics": [token_kalender(self.alamat_kalender)],
            "tangga_ubah": [kode, self.anak_tangga.kode],
            "tangga_bawaan": [kode, self.anak_tangga.kode],
            "kotak_keluar_kirim_ulang": [kode, self.pengingat.pk],
            "anggota_tambah": [kode, self.tim.pk],
            "tugaskan": [kode, self.jabatan.pk],
        }

    def _argumen_umum(self):
        """(beginning of the name, arguments), the longer beginning first."""
        kode = self.instansi.kode
        return [
            ("laporan_bagian", [self.laporan.pk, "ikhtisar"]),
            ("tugas", [self.tugas.pk]),
            ("ingatkan_tugas", [self.tugas.pk]),
            ("pekerjaan", [self.kasus.pk]),
            *[(awalan, [self.draf.pk]) for awalan in ("sop_sunting", "sop_impor")],
            ("sop", [self.sop.pk]),
            ("kinerja_", [TAHUN]),
            ("laporan", [self.laporan.pk]),
            ("naskah_", [self.naskah.pk]),
            ("arsip_", [self.arsip.pk]),
            ("kiriman", [self.kiriman.pk]),
            ("libur_", [kode, self.libur.pk]),
            ("unit_", [kode, self.unit.pk]),
            ("jabatan_", [kode, self.jabatan.pk]),
            ("pegawai_", [kode, self.orang["kolega"].pk]),
            ("tim_", [kode, self.tim.pk]),
            ("libur_", [kode, self.libur.pk]),
        ]
