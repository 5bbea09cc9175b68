// Photos of receipts and works: a preview, at most 400 kB sent, and what the original said of itself as hidden fields.
import exifr from "exifr/dist/lite.esm.mjs";
import { text } from "./text.js";

export const LIMIT_BYTES = 400 * 1024;
const SIDE = 2000;

/// Hex of a file's content; "" where the browser has no SubtleCrypto (plain http beyond localhost).
async function sha256(file) {
    if (!crypto.subtle)
        return "";
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

/// The camera's clock without a zone, as it stood: "2023:10:09 10:15:00" -> "2023-10-09T10:15:00".
export function takenAt(value) {
    const match = String(value ?? "").match(/^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/);
    return match ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}` : "";
}

/// What a photo says of itself: {taken_at, lat, lon}, each "" when it says nothing.
export async function exif(source) {
    const said = await exifr.parse(source, { ifd0: false, exif: ["DateTimeOriginal", "CreateDate"], gps: true, reviveValues: false }).catch(() => null);
    const degrees = value => Number.isFinite(value) ? value.toFixed(6) : "";
    return { taken_at: takenAt(said?.DateTimeOriginal ?? said?.CreateDate), lat: degrees(said?.latitude), lon: degrees(said?.longitude) };
}

async function facts(file) {
    const [said, digest] = await Promise.all([exif(file), sha256(file)]);
    return { ...said, sha256: digest };
}

function jpeg(canvas, quality) {
    return new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", quality));
}

/// The photo at most SIDE long and LIMIT_BYTES heavy; a small JPEG and a PDF stay as they are, byte by byte.
async function shrink(file) {
    if (file.type === "application/pdf")
        return file;
    if (file.type === "image/jpeg" && file.size <= LIMIT_BYTES)
        return file;
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    try {
        for (let side = SIDE; side >= 500; side = Math.round(side * 0.75)) {
            const scale = Math.min(1, side / Math.max(picture.width, picture.height));
            const canvas = document.createElement("canvas");
            canvas.width = Math.max(1, Math.round(picture.width * scale));
            canvas.height = Math.max(1, Math.round(picture.height * scale));
            canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
            for (const quality of [0.85, 0.72, 0.6]) {
                const blob = await jpeg(canvas, quality);
                if (blob && blob.size <= LIMIT_BYTES)
                    return new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified });
            }
        }
    } finally {
        picture.close();
    }
    return file;
}

function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
}

class Camera {
    constructor(box) {
        this.box = box;
        this.name = box.dataset.name;
        this.input = box.querySelector("input[type=file]");
        this.list = box.querySelector(".thumbs");
        this.sent = [...this.list.children]; // stored before, carried along by the form
        this.sent.forEach(item => this.removable(item));
        this.photos = [];
        this.input.addEventListener("change", () => this.add([...this.input.files]));
    }

    async add(files) {
        this.input.setCustomValidity("");
        this.box.setAttribute("aria-busy", "true");
        for (const file of files) {
            try {
                const [small, said] = await Promise.all([shrink(file), facts(file)]);
                if (!this.input.multiple)
                    this.clear();
                this.photos.push({ file: small, said, address: URL.createObjectURL(small) });
            } catch {
                this.input.setCustomValidity(text("photoFailed"));
                this.input.reportValidity();
            }
        }
        this.show();
        this.box.removeAttribute("aria-busy");
    }

    /// What was sent before can be taken out again, with the hidden fields that carry it.
    removable(item) {
        const remove = element("button", { type: "button" }, element("span", { className: "vh", textContent: `${text("removePhoto")} ${item.textContent.trim()}` }), "×");
        remove.addEventListener("click", () => {
            this.sent = this.sent.filter(other => other !== item);
            this.show();
            this.input.focus();
        });
        item.append(remove);
    }

    clear() {
        this.photos.forEach(photo => URL.revokeObjectURL(photo.address));
        this.photos = [];
    }

    remove(photo) {
        URL.revokeObjectURL(photo.address);
        this.photos = this.photos.filter(other => other !== photo);
        this.input.setCustomValidity("");
        this.show();
        this.input.focus();
    }

    /// The file field holds exactly the photos shown, in their order; the hidden fields carry the same numbers.
    show() {
        const sent = new DataTransfer();
        this.photos.forEach(photo => sent.items.add(photo.file));
        this.input.files = sent.files;
        this.list.replaceChildren(...this.sent, ...this.photos.map((photo, index) => this.item(photo, index)));
        this.box.dispatchEvent(new CustomEvent("photos", { bubbles: true, detail: this.photos.length }));
    }

    item(photo, index) {
        const remove = element("button", { type: "button" }, element("span", { className: "vh", textContent: `${text("removePhoto")} ${index + 1}` }), "×");
        remove.addEventListener("click", () => this.remove(photo));
        const fields = Object.entries(photo.said).map(([key, value]) => element("input", { type: "hidden", name: `${this.name}.${index}.${key}`, value }));
        const picture = photo.file.type.startsWith("image/") ? [element("img", { src: photo.address, alt: photo.file.name })] : [];
        return element("li", {}, ...picture, element("span", { textContent: photo.said.taken_at.replace("T", " ").slice(0, 16) || photo.file.name }), remove, ...fields);
    }
}

export function cameras(root = document) {
    root.querySelectorAll("[data-camera]").forEach(box => new Camera(box));
}
