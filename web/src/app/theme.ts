import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const brand: MantineColorsTuple = [
  '#eef7f5',
  '#d9ece9',
  '#b3d9d3',
  '#87c2ba',
  '#5ba79d',
  '#398a80',
  '#237269',
  '#14635d',
  '#0d4e49',
  '#083a36',
]

/** Darker than the library's own: white text on it has 7:1. */
const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fadcd8',
  '#f2b5ae',
  '#e88b80',
  '#d95f52',
  '#c43f31',
  '#b32a1d',
  '#a3160b',
  '#841008',
  '#650b05',
]

export const theme = createTheme({
  colors: { brand, red },
  primaryColor: 'brand',
  primaryShade: 7,
  black: '#17211f',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '680' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    Badge: {
      defaultProps: { radius: 'sm' },
      styles: { root: { textTransform: 'none' }, label: { overflow: 'visible', textOverflow: 'clip' } },
    },
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
  },
})

/** The library's own greys and blue fall short of 4.5:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#a3160b',
    '--mantine-color-dimmed': '#475653',
    '--mantine-color-placeholder': '#5c6b68',
    '--mantine-color-anchor': '#14635d',
  },
  dark: {},
})
