"""What a letter of a case says before its writer has touched it: from the SOP, the case and who comes next.

The texts are a beginning that the officer edits; they are examples of wording, not rules.
"""

from django.utils import timezone

from lapkin.alur.queries import jam_kerja, langkah_tugas
from lapkin.alur.tenggat import batas_tanggal
from lapkin.bahasa.tanggal import panjang

from .dasar import langkah_berikut
from .pihak import ikatan_sop, penerima_berikut, peran_penanda_tangan
from .tim_sk import anggota_kini, nama_dalam_sk, tim_kasus

_KEPALA_DAERAH = {
    "Pemerintah Provinsi ": "Gubernur ",
    "Pemerintah Kabupaten ": "Bupati ",
    "Pemerintah Kota ": "Wali Kota ",
}


def isi_awal(tugas) -> tuple[str, dict]:
    """(hal, fields) of the letter a task is to write, by its kind of paper; ("", {}) for an unknown kind."""
    susun = _MENURUT_NASKAH.get(tugas.naskah)
    return susun(tugas) if susun else ("", {})


def _sebutan_laporan(tugas) -> str:
    return f"{tugas.pelaksanaan.dibaca().laporan} Tahun {tugas.pelaksanaan.tahun}"


def _surat_pengantar(tugas):
    laporan = _sebutan_laporan(tugas)
    kiriman = {
        "jenis": f"{laporan} {tugas.pelaksanaan.instansi}",
        "banyaknya": "1 (satu) berkas",
        "keterangan": "Disampaikan dengan hormat untuk dipergunakan sebagaimana mestinya.",
    }
    induk = tugas.pelaksanaan.instansi.induk
    return f"Penyampaian {laporan}", {
        "tujuan": [_pimpinan(str(induk))] if induk else [],
        "daftar_kiriman": [kiriman],
    }


def _pimpinan(nama_instansi: str) -> str:
    """A letter goes to an official: the head of a regional government by its name, else the name itself."""
    for awal, jabatan in _KEPALA_DAERAH.items():
        if nama_instansi.startswith(awal):
            return jabatan + nama_instansi.removeprefix(awal)
    return nama_instansi


def _nota_dinas(tugas):
    """A request to units, papers put before a superior, or an order to those who come next."""
    if langkah_tugas(tugas).tiap:
        hal, isi = _nota_permintaan(tugas)
    elif tugas.peran not in peran_penanda_tangan(tugas):
        hal, isi = _nota_pengantar(tugas)
    else:
        hal, isi = _nota_perintah(tugas)
    return hal, {"kepada": ", ".join(penerima_berikut(tugas)), "isi": isi}


def _nota_permintaan(tugas):
    laporan = _sebutan_laporan(tugas)
    tenggat = f" paling lambat {panjang(timezone.localdate(tugas.tenggat))}" if tugas.tenggat else ""
    return f"Permintaan bahan {laporan}", (
        f"Dalam rangka penyusunan {laporan}, Saudara diminta menyampaikan data kinerja dan bahan laporan "
        f"dari unit Saudara{tenggat}.\n\nDemikian untuk dilaksanakan."
    )


def _nota_pengantar(tugas):
    kertas = [output.nama for output in langkah_tugas(tugas).output if output.naskah != tugas.naskah]
    berikut = langkah_berikut(tugas)
    return (berikut or langkah_tugas(tugas)).kegiatan, (
        f"Bersama ini disampaikan dengan hormat {' dan '.join(kertas) or _sebutan_laporan(tugas)} "
        f"tahun {tugas.pelaksanaan.tahun} untuk mohon diperiksa dan ditandatangani.\n\n"
        "Demikian disampaikan, mohon petunjuk lebih lanjut."
    )


def _nota_perintah(tugas):
    kegiatan = langkah_tugas(tugas).kegiatan
    return kegiatan, f"{kegiatan} untuk {tugas.pelaksanaan}.\n\nDemikian untuk dilaksanakan."


def _permintaan_data(tugas):
    tahun = tugas.pelaksanaan.tahun
    batas = _batas_pengumpulan(tugas)
    kapan = f" paling lambat tanggal {panjang(batas)}" if batas else ""
    return f"Permintaan data capaian kinerja/LKj Perangkat Daerah Tahun {tahun}", {
        "tujuan": _perangkat_daerah(tugas),
        "isi": (
            f"Dalam rangka penyusunan laporan kinerja tahun {tahun}, dengan ini kami mohon Saudara menyampaikan "
            f"data capaian kinerja dan/atau Laporan Kinerja (LKj) perangkat daerah Saudara{kapan}.\n\n"
            "Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."
        ),
    }


def _surat_reviu(tugas):
    tahun = tugas.pelaksanaan.tahun
    return f"Reviu capaian kinerja perangkat daerah Tahun {tahun}", {
        "tujuan": _perangkat_daerah(tugas),
        "isi": (
            f"Bersama ini kami sampaikan hasil reviu atas capaian kinerja perangkat daerah tahun {tahun}, "
            "sebagaimana terlampir, untuk ditindaklanjuti.\n\nAtas perhatian Saudara, kami ucapkan terima kasih."
        ),
    }


def _sk_tim(tugas):
    laporan, instansi = _sebutan_laporan(tugas), tugas.pelaksanaan.instansi
    tim = tim_kasus(tugas)
    tentang = f"Pembentukan Tim Penyusunan {laporan} {instansi}"
    return tentang, {
        "tentang": tentang,
        "menimbang": [
            f"bahwa untuk kelancaran penyusunan {laporan} perlu dibentuk tim penyusun",
            "bahwa tim sebagaimana dimaksud perlu ditetapkan dengan keputusan",
        ],
        "mengingat": list(tugas.pelaksanaan.dibaca().identitas.dasar_hukum),
        "diktum": [
            f"Membentuk Tim Penyusunan {laporan} {instansi} dengan susunan sebagaimana dalam Lampiran",
            "Tim bertugas mengumpulkan dan mengolah data kinerja, menyusun laporan, dan memperbaikinya",
            "Tim bertanggung jawab kepada pejabat yang menetapkan keputusan ini",
        ],
        "susunan": _susunan(tim),
    }


def _susunan(tim) -> list[dict]:
    """The present members of the team as rows of the SK's attachment."""
    keanggotaan = anggota_kini(tim) if tim else []
    return [
        {"kedudukan": satu.get_kedudukan_display(), "nama": nama_dalam_sk(satu.pegawai)}
        for satu in keanggotaan
    ]


def _langkah_pengumpulan(tugas):
    """The step of this case that collects from units or PD; None when none does."""
    daftar = tugas.pelaksanaan.dibaca().daftar_langkah_kerja
    return next((langkah for langkah in daftar if langkah.tiap), None)


def _perangkat_daerah(tugas) -> list[str]:
    """The posts asked for data, as addressees."""
    langkah = _langkah_pengumpulan(tugas)
    daftar = ikatan_sop(tugas, [langkah.pengisi]) if langkah else []
    return [str(baris.jabatan or baris.tim) for baris in daftar]


def _batas_pengumpulan(tugas):
    """The last day allowed for data, where the SOP prints one."""
    langkah = _langkah_pengumpulan(tugas)
    if not (langkah and langkah.paling_lambat):
        return None
    pelaksanaan = tugas.pelaksanaan
    kalender = jam_kerja(pelaksanaan.instansi, [pelaksanaan.tahun + 1])
    return batas_tanggal(langkah.paling_lambat, pelaksanaan.tahun, kalender).date()


_MENURUT_NASKAH = {
    "surat-pengantar": _surat_pengantar,
    "nota-dinas": _nota_dinas,
    "surat-permintaan-data": _permintaan_data,
    "surat-reviu": _surat_reviu,
    "sk-tim": _sk_tim,
}
