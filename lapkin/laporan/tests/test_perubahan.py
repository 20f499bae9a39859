"""What changed between two versions is shown block by block, under its heading."""

from dataclasses import replace

from lapkin.laporan.hitung import hitung_lembar
from lapkin.laporan.perubahan import perubahan
from lapkin.laporan.susun import susun

from .lembar_contoh import IDENTITAS, KEGIATAN, LENGKAP, TANPA_RIWAYAT, lembar


def dokumen(isi=None, **narasi):
    isi = isi or lembar()
    return susun(isi, hitung_lembar(isi), narasi, IDENTITAS)


def test_tanpa_perubahan_daftarnya_kosong():
    assert perubahan(dokumen(), dokumen()) == ()


def test_narasi_yang_diubah_hanya_menunjukkan_alinea_yang_berbeda():
    lama = dokumen(kesimpulan="Tetap.\n\nLama.")
    [satu] = perubahan(lama, dokumen(kesimpulan="Tetap.\n\nBaru."))
    assert (satu.jenis, satu.blok, satu.tempat) == ("diubah", "Narasi", "Penutup › Kesimpulan")
    assert (satu.sebelum, satu.sesudah) == (("Lama.",), ("Baru.",))


def test_angka_yang_berubah_menunjukkan_baris_tabelnya():
    baru = lembar(replace(LENGKAP, realisasi={"TAHUN": "80"}), TANPA_RIWAYAT, KEGIATAN)
    lama = lembar(LENGKAP, TANPA_RIWAYAT, KEGIATAN)
    daftar = [p for p in perubahan(dokumen(lama), dokumen(baru)) if p.blok == "Tabel"]
    assert daftar[0].tempat == "Akuntabilitas Kinerja › Capaian Kinerja Organisasi"
    assert any("| 80 | 100,00 |" in baris for baris in daftar[0].sesudah)


def test_bagian_pilihan_yang_baru_diisi_tampak_sebagai_tambahan():
    daftar = perubahan(dokumen(), dokumen(penghargaan="Terbaik."))
    assert [(p.jenis, p.blok) for p in daftar] == [("ditambah", "Judul"), ("ditambah", "Narasi")]
