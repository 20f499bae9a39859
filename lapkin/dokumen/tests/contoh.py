"""A report and a letter that hold every kind of block, and random trees, for the tests of this room."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from lapkin.dokumen.blok import (
    Baris,
    Daftar,
    DaftarIsi,
    Dokumen,
    Gambar,
    Jeda,
    Judul,
    KepalaSurat,
    Kop,
    Narasi,
    Paragraf,
    Pasang,
    Pasangan,
    Potongan,
    Sampul,
    Sel,
    Tabel,
    TandaTangan,
    TandaTanganBersama,
    baris,
    daftar,
    narasi,
    paragraf,
    pasangan,
)
from lapkin.dokumen.grafik import Batang, Nilai, batang

LAMBANG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 100">'
    '<path d="M4 4h72v50c0 24-20 36-36 42C24 90 4 78 4 54z" fill="#1d4f91"/></svg>'
)
GRAFIK = batang(
    [Batang(label="Indeks Pembangunan Gender", nilai=Nilai(angka=Decimal("91.07"), tulisan="91,07"))]
)
TANDA = TandaTangan(
    tempat_tanggal="Pontianak, 20 Februari 2026",
    jabatan=("Kepala Dinas,",),
    nama="Dra. SITI AMINAH, M.Si.",
    pangkat="Pembina Utama Muda",
    nip="19680412 199303 2 005",
)


def tabel(keterangan: str, jumlah: int = 2, kunci: str = "") -> Tabel:
    """A table of seven columns with a two-row head, a band and a total."""
    return Tabel(
        keterangan=keterangan,
        lebar=(5, 20, 30, 12, 10, 11, 12),
        rata=("tengah", "kiri", "kiri", "tengah", "kanan", "kanan", "kanan"),
        kepala=(
            baris(
                *(Sel(teks=t, rentang_baris=2) for t in ("No", "Sasaran", "Indikator", "Satuan")),
                Sel(teks="Tahun 2025", rentang_kolom=3),
            ),
            baris("Target", "Realisasi", "Capaian"),
        ),
        baris=(
            baris("Sasaran 1", gaya="kelompok"),
            *(
                baris(
                    str(ke), "Kesetaraan gender", f"Indikator ke-{ke}", "Indeks", "90,25", "91,07", "100,91"
                )
                for ke in range(1, jumlah + 1)
            ),
        ),
        kaki=(baris(Sel(teks="Rata-rata", rentang_kolom=6, rata="kanan"), "100,91"),),
        catatan="Sumber: data kinerja, 2025.",
        kunci=kunci,
    )


def laporan(jumlah_baris: int = 2) -> Dokumen:
    """A short report: cover, front matter, four lists, chapters, a landscape annex."""
    gambar = Gambar(keterangan="Capaian IKU", svg=GRAFIK, alt="Indeks Pembangunan Gender 91,07", kunci="iku")
    return Dokumen(
        judul="Laporan Kinerja Instansi Pemerintah Tahun 2025",
        subjek="LKjIP",
        penulis="Dinas Contoh",
        tanggal=date(2026, 2, 20),
        kaki_halaman="LKjIP Dinas Contoh Tahun 2025",
        blok=(
            Sampul(judul=("LAPORAN KINERJA", "TAHUN 2025"), instansi=("DINAS CONTOH",), lambang_svg=LAMBANG),
            Judul(tingkat=1, teks="Kata Pengantar", jenis="depan"),
            narasi("kata-pengantar", "Puji syukur.\n\nTerima kasih."),
            TANDA,
            Judul(tingkat=1, teks="Ikhtisar Eksekutif", jenis="depan"),
            Narasi(kunci="ikhtisar", petunjuk="ringkasan capaian"),
            tabel("Ringkasan"),
            Judul(tingkat=1, teks="Daftar Isi", jenis="depan"),
            DaftarIsi(jenis="isi"),
            Judul(tingkat=1, teks="Daftar Tabel", jenis="depan"),
            DaftarIsi(jenis="tabel"),
            Judul(tingkat=1, teks="Daftar Gambar", jenis="depan"),
            DaftarIsi(jenis="gambar"),
            Judul(tingkat=1, teks="Pendahuluan", kunci="bab-1"),
            Judul(tingkat=2, teks="Latar Belakang"),
            paragraf(
                "Fungsi ", Potongan(teks="dinas", tebal=True, miring=True, garis_bawah=True), ":", inden=True
            ),
            daftar("perumusan kebijakan;", "pelaporan.", bernomor="a"),
            daftar("satu", "dua"),
            Judul(tingkat=1, teks="Perencanaan Kinerja"),
            tabel("Perjanjian Kinerja"),
            Judul(tingkat=1, teks="Akuntabilitas Kinerja"),
            Judul(tingkat=2, teks="Capaian"),
            Judul(tingkat=3, teks="Sasaran 1"),
            Judul(tingkat=4, teks="Perbandingan"),
            tabel("Capaian", jumlah_baris, kunci="capaian"),
            tabel("Perbandingan"),
            gambar,
            Judul(tingkat=2, teks="Anggaran"),
            Jeda(),
            tabel(""),
            Jeda(jenis="bagian", lanskap=True),
            Judul(tingkat=1, teks="Pengukuran", jenis="lampiran"),
            tabel("Pengukuran"),
            Jeda(jenis="bagian"),
            Judul(tingkat=1, teks="Perjanjian", jenis="lampiran"),
            TandaTanganBersama(
                kolom=(TANDA, TandaTangan(pihak="Pihak Kedua,", jabatan=("Gubernur,",), nama="H. RIA"))
            ),
        ),
    )


def surat() -> Dokumen:
    """A letter that holds every block a letter can have."""
    return Dokumen(
        judul="Keputusan",
        tanggal=date(2026, 1, 5),
        gaya="naskah",
        ukuran="f4",
        blok=(
            Kop(
                baris=("PEMERINTAH PROVINSI", "DINAS CONTOH"), alamat=("Jalan Contoh 1",), lambang_svg=LAMBANG
            ),
            KepalaSurat(
                tempat_tanggal="Pontianak, 5 Januari 2026",
                rincian=(Pasang(label="Nomor", nilai=("1/2026",)),),
                tujuan=("Yth. Gubernur", "di Pontianak"),
            ),
            Judul(tingkat=1, teks="Keputusan", jenis="naskah"),
            Pasangan(baris=(Pasang(label="Menimbang", nilai=("bahwa satu", "bahwa dua"), bernomor="a"),)),
            pasangan(("Kepada", "Sekretaris"), ("Hal", "Data"), garis=True),
            Daftar(butir=((Potongan(teks="Membentuk tim"),), (Potongan(teks="Berlaku"),)), bernomor="KESATU"),
            paragraf("Demikian."),
            TANDA,
        ),
    )


TEKS = st.text(max_size=40)
_KATA = st.text(st.characters(codec="utf-8"), max_size=12)
_POTONGAN = st.builds(
    Potongan, teks=TEKS, tebal=st.booleans(), miring=st.booleans(), garis_bawah=st.booleans()
)
_RANGKAIAN = st.lists(_POTONGAN, max_size=3).map(tuple)
_DERET = st.lists(TEKS, max_size=3).map(tuple)
_PASANG = st.builds(Pasang, label=_KATA, nilai=_DERET, bernomor=st.sampled_from(["", "1", "a"]))
_TANDA = st.builds(
    TandaTangan, jabatan=_DERET, nama=TEKS, nip=TEKS, posisi=st.sampled_from(["kanan", "kiri", "tengah"])
)


@st.composite
def _tabel_acak(tarik: st.DrawFn) -> Tabel:
    kolom = tarik(st.integers(1, 4))
    sebaris = st.lists(st.builds(Sel, teks=TEKS, tebal=st.booleans()), min_size=kolom, max_size=kolom).map(
        tuple
    )
    satu = st.builds(Baris, sel=sebaris, gaya=st.sampled_from(["", "tebal", "kelompok"]))
    deret = st.lists(satu, max_size=3).map(tuple)
    return Tabel(
        keterangan=tarik(TEKS),
        lebar=tuple(tarik(st.lists(st.integers(1, 50), min_size=kolom, max_size=kolom))),
        kepala=tarik(deret),
        baris=tarik(deret),
        kaki=tarik(deret),
        catatan=tarik(TEKS),
        kecil=tarik(st.booleans()),
    )


BLOK = st.one_of(
    st.builds(
        Judul,
        tingkat=st.integers(1, 4),
        teks=TEKS,
        kunci=_KATA,
        jenis=st.sampled_from(["bab", "depan", "lampiran", "naskah"]),
        bernomor=st.booleans(),
    ),
    st.builds(Paragraf, potongan=_RANGKAIAN, rata=st.sampled_from(["kiri", "tengah", "kanan", "penuh"])),
    st.builds(Narasi, kunci=_KATA, paragraf=st.lists(_RANGKAIAN, max_size=3).map(tuple), petunjuk=TEKS),
    st.builds(
        Daftar,
        butir=st.lists(_RANGKAIAN, max_size=3).map(tuple),
        bernomor=st.sampled_from(["", "1", "a", "KESATU"]),
        mulai=st.integers(1, 20),
    ),
    _tabel_acak(),
    st.builds(Gambar, keterangan=TEKS, svg=st.just(GRAFIK), alt=TEKS, lebar_mm=st.integers(20, 250)),
    st.builds(Jeda, jenis=st.sampled_from(["halaman", "bagian"]), lanskap=st.booleans()),
    st.builds(DaftarIsi, jenis=st.sampled_from(["isi", "tabel", "gambar"])),
    st.builds(Pasangan, baris=st.lists(_PASANG, max_size=3).map(tuple), garis=st.booleans()),
    st.builds(
        KepalaSurat, tempat_tanggal=TEKS, rincian=st.lists(_PASANG, max_size=2).map(tuple), tujuan=_DERET
    ),
    _TANDA,
    st.builds(TandaTanganBersama, kolom=st.lists(_TANDA, max_size=3).map(tuple)),
    st.builds(Kop, baris=_DERET, alamat=_DERET, lambang_svg=st.sampled_from(["", LAMBANG])),
    st.builds(Sampul, judul=_DERET, instansi=_DERET, kaki=_DERET, lambang_svg=st.sampled_from(["", LAMBANG])),
)
DOKUMEN = st.builds(
    Dokumen,
    judul=TEKS,
    subjek=TEKS,
    penulis=TEKS,
    blok=st.lists(BLOK, max_size=8).map(tuple),
    tanggal=st.dates(date(1945, 8, 17), date(2199, 12, 31)),
    gaya=st.sampled_from(["laporan", "naskah"]),
    ukuran=st.sampled_from(["a4", "f4"]),
    penomoran_halaman=st.booleans(),
    kepala_halaman=TEKS,
    kaki_halaman=TEKS,
)
