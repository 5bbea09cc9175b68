// The tile map: each kelurahan is one tab stop, arrow keys move inside its block, the chosen legend stays in the address.
function columns(tiles) {
    const top = tiles[0].offsetTop;
    const second = tiles.findIndex(tile => tile.offsetTop > top);
    return second < 0 ? tiles.length : second;
}

function target(tiles, at, key) {
    const wide = columns(tiles);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + wide, ArrowUp: at - wide, Home: 0, End: tiles.length - 1 }[key];
    return to === undefined ? undefined : tiles[to];
}

function block(box) {
    const tiles = [...box.querySelectorAll("a")];
    tiles.forEach((tile, at) => { tile.tabIndex = at === 0 ? 0 : -1; });
    box.addEventListener("keydown", event => {
        const at = tiles.indexOf(event.target);
        const next = at < 0 ? undefined : target(tiles, at, event.key);
        if (!next)
            return;
        event.preventDefault();
        tiles[at].tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
    });
}

function legend(map) {
    const radios = [...map.querySelectorAll(".legend input")];
    const name = radios[0]?.name;
    const wanted = new URL(location.href).searchParams.get(name ?? "");
    const radio = radios.find(one => one.value === wanted);
    if (radio)
        radio.checked = true;
    map.addEventListener("change", event => {
        if (!radios.includes(event.target))
            return;
        const address = new URL(location.href);
        if (event.target.value)
            address.searchParams.set(name, event.target.value);
        else
            address.searchParams.delete(name);
        history.replaceState(null, "", address);
    });
}

export function maps(root = document) {
    for (const map of root.querySelectorAll("[data-tilemap]")) {
        map.querySelectorAll(".tiles").forEach(block);
        legend(map);
    }
}
