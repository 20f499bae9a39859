// What the pages cannot say without a script: the state of a cell while it is saved, unsaved forms, seeing a password,
// a pasted table.
"use strict";

function tandai(sel, jenis, kata) {
  const keadaan = sel.querySelector(".keadaan");
  if (!keadaan) return;
  keadaan.className = `keadaan ${jenis}`;
  keadaan.textContent = kata;
}

const sel = (peristiwa) => peristiwa.target.closest(".sel");

document.addEventListener("htmx:beforeRequest", (p) => sel(p) && tandai(sel(p), "abu", "menyimpan…"));
document.addEventListener("htmx:sendError", (p) => sel(p) && tandai(sel(p), "merah", "belum tersimpan: jaringan putus"));
document.addEventListener("htmx:responseError", (p) => sel(p) && tandai(sel(p), "merah", "belum tersimpan"));

// A form marked data-jaga warns before the page is left with changes that were not sent.
let berubah = false;
document.addEventListener("input", (p) => { if (p.target.closest("form[data-jaga]")) berubah = true; });
document.addEventListener("submit", () => { berubah = false; });
window.addEventListener("beforeunload", (p) => { if (berubah) p.preventDefault(); });

// <button type="button" data-lihat-sandi="ID of the field" hidden>
document.querySelectorAll("[data-lihat-sandi]").forEach((tombol) => {
  const isian = document.getElementById(tombol.dataset.lihatSandi);
  tombol.hidden = false;
  tombol.addEventListener("click", () => {
    const terlihat = isian.type === "password";
    isian.type = terlihat ? "text" : "password";
    tombol.setAttribute("aria-pressed", terlihat);
  });
});

// <textarea data-tempel>: a table pasted from Word keeps its cells, as the HTML that the clipboard holds; what is shown
// of it, in [data-tempelan] of the same form, is how large it is. Sent back with faults, it is shown so again.
function ukuranTabel(html) {
  if (!/<table[\s>]/i.test(html)) return null;
  const daftar = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("table")];
  const lebar = (baris) => [...baris.cells].reduce((jumlah, satu) => jumlah + satu.colSpan, 0);
  return daftar.map((tabel) => [tabel.rows.length, Math.max(0, ...[...tabel.rows].map(lebar))]).sort((a, b) => b[0] - a[0])[0];
}

function tampilkanTempelan(isian) {
  const ukuran = ukuranTabel(isian.value);
  const kotak = isian.form.querySelector("[data-tempelan]");
  kotak.hidden = !ukuran;
  isian.hidden = Boolean(ukuran);
  if (ukuran) kotak.querySelector("p").textContent = `Tabel tertempel: ${ukuran[0]} baris, ${ukuran[1]} kolom.`;
}

document.querySelectorAll("textarea[data-tempel]").forEach((isian) => {
  const kotak = isian.form.querySelector("[data-tempelan]");
  isian.after(kotak);
  kotak.querySelector("button").addEventListener("click", () => {
    isian.value = "";
    tampilkanTempelan(isian);
    isian.focus();
  });
  tampilkanTempelan(isian);
});

document.addEventListener("paste", (p) => {
  const isian = p.target.closest?.("textarea[data-tempel]");
  const html = isian && p.clipboardData.getData("text/html");
  if (!html || !ukuranTabel(html)) return;
  p.preventDefault();
  isian.value = html;
  isian.dispatchEvent(new Event("input", { bubbles: true }));
  tampilkanTempelan(isian);
  isian.form.querySelector("[data-tempelan] button").focus();
});

// <details data-ingat="NAME"> stays as its reader left it in this tab, through edits that draw the page anew.
const pulihkan = () => document.querySelectorAll("details[data-ingat]").forEach((lipatan) => {
  const dahulu = sessionStorage.getItem(lipatan.dataset.ingat);
  if (dahulu) lipatan.open = dahulu === "terbuka";
});
document.addEventListener("toggle", (p) => {
  const nama = p.target.dataset?.ingat;
  if (nama) sessionStorage.setItem(nama, p.target.open ? "terbuka" : "tertutup");
}, true);
document.addEventListener("htmx:afterSwap", pulihkan);
pulihkan();

// The SOP editor answers with its own messages; those of the page before are past.
document.addEventListener("htmx:afterSwap", (p) => {
  if (p.target.id === "sunting") document.querySelectorAll("main > .pesan").forEach((lama) => lama.remove());
});

// <details open data-lipat-ponsel>: long tables are folded on a phone until they are asked for.
if (matchMedia("(max-width: 47.99em)").matches) {
  document.querySelectorAll("details[data-lipat-ponsel]").forEach((lipatan) => { lipatan.open = false; });
}

// On a phone the tabs scroll sideways: the current one comes into view.
document.querySelectorAll(".tab [aria-current]").forEach((kini) => {
  const deret = kini.closest("ul");
  deret.scrollLeft += kini.getBoundingClientRect().left - deret.getBoundingClientRect().left - 16;
});
