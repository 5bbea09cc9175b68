// Words of the browser: the page's catalogue, with Indonesian built in.
const indonesian = {
    yes: "Ya, lanjutkan",
    no: "Batal",
    sending: "Mengirim…",
    restored: "Isian Anda dipulihkan. Periksa lagi sebelum menyimpan.",
    removePhoto: "Hapus foto",
    photoFailed: "Foto ini tidak terbaca. Pilih yang lain.",
    choose: "Lanjutkan?",
};

/// The word for `key`: `<template id="js-text" data-yes="Yes">` in the page goes first.
export function text(key) {
    return document.getElementById("js-text")?.dataset[key] ?? indonesian[key];
}
