// Labels on a drawing: the more important first, none over another.

const LETTER = 6.7; // pixels, on the wide side

class Boxes {
  constructor(width, height) { this.width = width; this.height = height; this.taken = []; }

  /** Takes the rectangle if it is free and inside the drawing. */
  take(x, y, width, height, inside = true) {
    if (inside && (x < 2 || y < 2 || x + width > this.width - 2 || y + height > this.height - 2)) return false;
    const meets = (b) => x < b[0] + b[2] && b[0] < x + width && y < b[1] + b[3] && b[1] < y + height;
    if (this.taken.some(meets)) return false;
    this.taken.push([x, y, width, height]);
    return true;
  }

  /** Keeps labels off a mark. */
  block(x, y, radius) { this.taken.push([x - radius, y - radius, 2 * radius, 2 * radius]); }

  /** Where a label for a mark can stand: right of it, left, above, below; null where nowhere. */
  beside(text, x, y, radius) {
    const width = text.length * LETTER + 4;
    const places = [
      [x + radius + 3, y + 4, "start", x + radius + 2], [x - radius - 3, y + 4, "end", x - radius - 2 - width],
      [x, y - radius - 4, "middle", x - width / 2], [x, y + radius + 12, "middle", x - width / 2],
    ];
    for (const [tx, ty, anchor, left] of places) if (this.take(left, ty - 10, width, 13)) return { x: tx, y: ty, anchor };
    return null;
  }
}

const shorten = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
