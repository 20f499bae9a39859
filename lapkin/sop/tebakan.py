"""What the words of a row suggest before anybody has said it: its kind of work, its paper, and a kode.

Used for rows that come from a printed table or are new in the editor; whoever takes a guess marks it `disimpulkan`.
"""

import re
import unicodedata
from collections.abc import Collection

from lapkin.sop.bagan import LUAR, Cara, Jenis, Pekerjaan

_SURAT = r"(surat|nota dinas|undangan|sk\b|surat keputusan|keputusan)"
# Who does this looks for what is not right yet, as a verb and as the noun that may stand in its place.
MEMERIKSA = (
    r"(memeriksa|mengoreksi|mengkoreksi|meneliti|menelaah|memverifikasi|memvalidasi|mereviu|mereview|me-?review|"
    r"mengecek|meng-?cek|mencermati)"
)
PEMERIKSAAN = (
    r"(pemeriksaan|koreksi|pengoreksian|verifikasi|validasi|reviu|review|penelaahan|pengecekan|"
    r"pencermatan)"
)
_MEMBUAT = r"(menyusun|penyusunan|membuat|pembuatan|menyiapkan|penyiapan|mengonsep|mengkonsep|merancang)"

# Tried from the top; an office's sentence begins with its verb, but who only "memeriksa" before he signs, signs.
DAFTAR_TANDA: tuple[tuple[str, Jenis], ...] = (
    (r"^(memerintahkan|menugaskan|menginstruksikan|mendisposisi|disposisi|memberi(kan)? arahan)", Jenis.DISPOSISI),
    (r"^(menerima|meneruskan)\b.*\b(disposisi|memerintahkan|menugaskan)", Jenis.DISPOSISI),
    (r"^(memerintah|mengarahkan|meneruskan)", Jenis.DISPOSISI),
    (r"^(penandatanganan|menandatangani|mengesahkan|pengesahan|menetapkan)", Jenis.TANDA_TANGAN),
    (rf"^{MEMERIKSA}.*(tanda ?tangan|ditandatangani|disahkan)", Jenis.TANDA_TANGAN),
    (rf"^{MEMERIKSA}.*\b(di ?)?paraf", Jenis.PARAF),
    (r"^(memaraf|membubuhkan paraf|memberi(kan)? paraf|paraf)", Jenis.PARAF),
    (r"^(melakukan |melaksanakan |mengadakan |menyelenggarakan |mengikuti )?(rapat|pembahasan|membahas)", Jenis.RAPAT),
    (r"^(menomori|penomoran|memberi(kan)? nomor|mengagendakan surat)", Jenis.NOMOR),
    (rf"^{_MEMBUAT} (konsep |draf |draft |rancangan )?{_SURAT}", Jenis.SURAT),
    (r"^mengagendakan rapat", Jenis.SURAT),
    (r"^(mengumpulkan|pengumpulan|menghimpun|penghimpunan|menginventarisasi|inventarisasi)", Jenis.ISI_DATA),
    (r"^(menunggu|mengisi|meminta data)", Jenis.ISI_DATA),
    (rf"^{MEMERIKSA}|^{PEMERIKSAAN}|^(menganalisis|menganalisa|mengevaluasi|evaluasi)",
     Jenis.PERIKSA),
    (r"^(menggandakan|penggandaan|memperbanyak|mencetak|menjilid)", Jenis.GANDAKAN),
    (r"^(mengarsipkan|pengarsipan|menyimpan|mendokumentasikan)", Jenis.ARSIP),
    (r"^(mengirim|mengirimkan|pengiriman|menyampaikan|penyampaian|mengantar|mengantarkan|menyerahkan|mengajukan|"
     r"mendistribusikan|melaporkan)", Jenis.KIRIM),
    (rf"^{_MEMBUAT}", Jenis.SUSUN),
    # No verb stood in front: what the sentence speaks of anywhere.
    (r"memerintahkan|menugaskan|disposisi", Jenis.DISPOSISI),
    (r"menandatangani|tanda ?tangan", Jenis.TANDA_TANGAN),
    (r"\bparaf", Jenis.PARAF),
    (r"\brapat\b", Jenis.RAPAT),
    (r"mengumpulkan|menghimpun", Jenis.ISI_DATA),
    (r"memeriksa|mengoreksi|menganalisa|analis", Jenis.PERIKSA),
    (r"mengirim|menyampaikan|menyerahkan", Jenis.KIRIM),
    (r"mengarsipkan|arsip", Jenis.ARSIP),
)  # fmt: skip
_POLA = tuple((re.compile(pola), jenis) for pola, jenis in DAFTAR_TANDA)

_POLA_NASKAH = (
    (re.compile(r"\b(sk|surat keputusan)\b"), "sk-tim"),
    (re.compile(r"\bnota dinas\b"), "nota-dinas"),
    (re.compile(r"\bundangan\b|\bmengagendakan rapat"), "undangan"),
    (re.compile(r"\bpengantar\b"), "surat-pengantar"),
    (re.compile(r"\bpermintaan data\b"), "surat-permintaan-data"),
)
_LAPORAN = re.compile(r"\b(lkj|lkjip|kljip|lakip|laporan)\b")
_TETAP = {Jenis.DISPOSISI: "disposisi", Jenis.RAPAT: "notula", Jenis.ISI_DATA: "data-kinerja"}

# Words that tell nothing apart in a kode.
_KATA_SAMBUNG = frozenset(
    [
        "dan",
        "atau",
        "yang",
        "untuk",
        "dari",
        "di",
        "ke",
        "kepada",
        "oleh",
        "dengan",
        "serta",
        "pada",
        "dalam",
        "lalu",
        "kemudian",
    ]
)
_KATA_KODE = 3
_PANJANG_KODE = 40


def tebak_jenis(kegiatan: str) -> Jenis:
    """The kind of work that the words of a row suggest; writing (susun) where they suggest none."""
    teks = " ".join(kegiatan.lower().split())
    return next((jenis for pola, jenis in _POLA if pola.search(teks)), Jenis.SUSUN)


def tebak_naskah(kegiatan: str, jenis: Jenis) -> str:
    """The kind of paper that the words of a row speak of, for a work of this kind; "" where they name none.

    A letter always gets a form (a nota dinas where the words name none): without one it could not be written.
    """
    if jenis in _TETAP:
        return _TETAP[jenis]
    teks = " ".join(kegiatan.lower().split())
    surat = next((naskah for pola, naskah in _POLA_NASKAH if pola.search(teks)), "")
    if jenis is Jenis.SURAT:
        return surat or "nota-dinas"
    return surat or ("lkjip" if _LAPORAN.search(teks) else "")


def pekerjaan_tebakan(kegiatan: str, pelaksana: tuple[str, ...], cara: Cara | None = None) -> Pekerjaan:
    """The work that the words of a row suggest, marked `disimpulkan`.

    Where the row does not say how (`cara` None), a meeting is held together and all else one after the other.
    """
    jenis = tebak_jenis(kegiatan)
    bersama = jenis is Jenis.RAPAT and len(pelaksana) > 1
    return Pekerjaan(
        jenis=jenis,
        oleh=pelaksana,
        cara=cara or (Cara.BERSAMA if bersama else Cara.BERURUTAN),
        naskah=tebak_naskah(kegiatan, jenis),
        disimpulkan=True,
    )


def kode_baru(teks: str, terpakai: Collection[str]) -> str:
    """A kode made of the first words of a row (or a kunci of a role's name), one that is not in use yet."""
    dasar = _slug(teks) or "langkah"
    nomor, kode = 1, dasar
    while kode in terpakai or kode == LUAR:
        nomor += 1
        kode = f"{dasar}-{nomor}"
    return kode


def _slug(teks: str) -> str:
    polos = unicodedata.normalize("NFKD", teks.lower()).encode("ascii", "ignore").decode()
    daftar_kata = [kata for kata in re.findall(r"[a-z0-9]+", polos) if kata not in _KATA_SAMBUNG]
    return "-".join(daftar_kata[:_KATA_KODE])[:_PANJANG_KODE].strip("-")
