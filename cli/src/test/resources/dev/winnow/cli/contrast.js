// Texts whose contrast with what is behind them is below 4.5, by the formula of WCAG 2.2, relative luminance.
const luminance = ([r, g, b]) => [r, g, b]
  .map(c => c / 255)
  .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const numbers = color => (color.match(/[\d.]+/g) || []).map(Number);
const behind = element => {
  for (let one = element; one; one = one.parentElement) {
    const color = numbers(getComputedStyle(one).backgroundColor);
    if (color.length === 3 || color[3] === 1) return color;
  }
  return [255, 255, 255];
};
// text in a picture stands on the last shape painted before it that covers its middle
const shapeBehind = text => {
  const box = text.getBoundingClientRect();
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const hit = document.elementsFromPoint(x, y).find(one => one !== text && one instanceof SVGGeometryElement
    && getComputedStyle(one).fill.startsWith('rgb(') && getComputedStyle(one).fillOpacity === '1');
  return hit ? numbers(getComputedStyle(hit).fill) : behind(text);
};
const low = [];
let seen = 0;
for (const element of document.querySelectorAll('body *')) {
  const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!own || element.tagName === 'SCRIPT' || element.tagName === 'title' || element.getClientRects().length === 0) continue;
  const picture = element instanceof SVGElement;
  if (picture) element.scrollIntoView({block: 'center', behavior: 'instant'});
  const style = getComputedStyle(element);
  const [a, b] = [luminance(numbers(picture ? style.fill : style.color)), luminance(picture ? shapeBehind(element) : behind(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  seen++;
  if (!(ratio >= 4.5)) low.push(element.textContent.trim().slice(0, 40) + ': ' + ratio.toFixed(2));
}
return [seen, ...new Set(low)];
