/** Shades of the messenger's palette: a tint for backgrounds, a middle, and a dark one that reads well on white. */
const palette: Readonly<Record<string, readonly [tint: string, middle: string, dark: string]>> = {
  blue: ['#e1eaff', '#3370ff', '#245bdb'],
  wathet: ['#d9f3fd', '#14c0ff', '#067cb0'],
  turquoise: ['#d5f6f2', '#00d6b9', '#078372'],
  green: ['#d9f5d6', '#34c724', '#257b1c'],
  lime: ['#eef6c6', '#a6c40f', '#667901'],
  yellow: ['#faf1d1', '#ffc60a', '#8f6600'],
  orange: ['#feead2', '#ff8800', '#b35900'],
  red: ['#fde2e2', '#f54a45', '#c02a26'],
  carmine: ['#fddbed', '#eb52a0', '#b3186c'],
  violet: ['#f8def8', '#d136d1', '#9c1c9c'],
  purple: ['#ece2fe', '#7f3bf5', '#6425d0'],
  indigo: ['#e0e2fa', '#4954e6', '#3d47c2'],
  grey: ['#eff0f1', '#8f959e', '#51565d'],
  neutral: ['#eff0f1', '#8f959e', '#51565d'],
  black: ['#dee0e3', '#1f2329', '#1f2329'],
}

const plain: Readonly<Record<string, string>> = {
  default: '#1f2329',
  white: '#ffffff',
  'bg-white': '#ffffff',
  light_grey: '#8f959e',
  'light-grey': '#8f959e',
}

/** A colour for text: a name, a name with a shade (`red-600`), or rgba(); undefined for anything else. */
export function inkOf(colour: string | undefined): string | undefined {
  return resolve(colour, 2)
}

/** A colour for a surface. */
export function fillOf(colour: string | undefined): string | undefined {
  return colour === 'default' ? undefined : resolve(colour, 0)
}

/** A colour for a border or a mark. */
export function lineOf(colour: string | undefined): string | undefined {
  return colour === 'grey' ? '#d0d3d6' : resolve(colour, 1)
}

function resolve(colour: string | undefined, usual: 0 | 1 | 2): string | undefined {
  if (colour === undefined) return undefined
  if (/^rgba?\([\d.,%\s]+\)$/.test(colour)) return colour
  const [, name = colour, shade] = /^([a-z]+)-(\d{2,3})$/.exec(colour) ?? []
  const known = palette[name]
  if (known === undefined) return plain[colour]
  if (shade === undefined) return known[usual]
  return known[Number(shade) < 300 ? 0 : Number(shade) < 600 ? 1 : 2]
}

const sizes: Readonly<Record<string, string>> = {
  'heading-0': '30px',
  'heading-1': '24px',
  'heading-2': '20px',
  'heading-3': '18px',
  'heading-4': '16px',
  heading: '17px',
  'xxxx-large': '30px',
  'xxx-large': '24px',
  'xx-large': '20px',
  'x-large': '18px',
  large: '17px',
  medium: '15px',
  normal: '15px',
  normal_v2: '15px',
  small: '13px',
  notation: '13px',
  'x-small': '12px',
  xs: '12px',
}

/** The font size of a `text_size`; the platform does not check the name, so an unknown one is the normal size. */
export function sizeOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : (sizes[name] ?? sizes.normal)
}

const gaps: Readonly<Record<string, string>> = {
  small: '4px',
  medium: '8px',
  large: '12px',
  extra_large: '16px',
}

/** A spacing name or pixels, for `gap`. */
export function gapOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  return gaps[value] ?? box(value)
}

/** Up to four pixel values, for margin and padding; undefined when it is not that. */
export function box(value: string | undefined): string | undefined {
  return value !== undefined && /^(-?\d+(px)?)(\s+-?\d+(px)?){0,3}$/.test(value.trim())
    ? value.trim().replace(/(-?\d+)(?!\d|px)/g, '$1px')
    : undefined
}
