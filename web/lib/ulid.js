// Ids that a device makes: 48 bits of milliseconds, 80 random bits, Crockford's base 32.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function ulid(milliseconds = Date.now(), random = crypto.getRandomValues(new Uint8Array(10))) {
    let bits = BigInt(milliseconds);
    for (const byte of random)
        bits = (bits << 8n) | BigInt(byte);
    let text = "";
    for (let place = 0; place < 26; ++place) {
        text = alphabet[Number(bits & 31n)] + text;
        bits >>= 5n;
    }
    return text;
}

export function isUlid(text) {
    return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
}
