/**
 * The properties Card JSON 2.0 knows, per tag; names beginning with `@` are objects without a tag of their own.
 * Notation: `name:type`. Types: s string, n number, b boolean, o object, a anything, S list of strings,
 * E list of elements, T plain_text or lark_md, P plain_text, D text of a div (may be styled), M text or markdown,
 * I icon, `@x` an object of that kind, `[@x]` a list of them, `[x]` a list of elements of that tag.
 */
const common = 'tag:s element_id:s margin:s'
const layout = 'direction:s horizontal_spacing:s horizontal_align:s vertical_spacing:s vertical_align:s'
const choice = `${common} type:s name:s required:b disabled:b placeholder:P width:s confirm:@confirm behaviors:[@behavior]`
const picker = `${common} name:s required:b disabled:b placeholder:P width:s value:a confirm:@confirm behaviors:[@behavior]`

const notation: Record<string, string> = {
  '@root': 'schema:s config:@config card_link:@url header:@header i18n_header:o body:@body fallback:o',
  '@config':
    'update_multi:b streaming_mode:b streaming_config:o summary:@summary locales:S enable_forward:b width_mode:s use_custom_translation:b enable_forward_interaction:b style:@style wide_screen_mode:b',
  '@summary': 'content:s i18n_content:o',
  '@style': 'text_size:o color:o',
  '@url': 'url:s android_url:s ios_url:s pc_url:s',
  '@body': `elements:E padding:s ${layout}`,
  '@header': 'title:T subtitle:T text_tag_list:[text_tag] i18n_text_tag_list:o template:s icon:I padding:s',
  '@confirm': 'title:P text:P',
  '@behavior': 'type:s value:a default_url:s pc_url:s ios_url:s android_url:s',
  '@option': 'text:P icon:I value:s',
  '@person_option': 'value:s',
  '@overflow_option': 'text:P multi_url:@url value:s',
  '@image_option': 'img_key:s value:s disabled:b disabled_tips:P hover_tips:P',
  '@panel_header':
    'title:M background_color:s width:s vertical_align:s padding:s icon:I icon_position:s icon_expanded_angle:n',
  '@border': 'color:s corner_radius:s',
  '@column_action': 'multi_url:@url',
  '@button_area': 'pc_display_rule:s buttons:[button]',
  '@checked_style': 'show_strikethrough:b opacity:n',
  '@table_header': 'text_align:s text_size:s background_style:s text_color:s bold:b lines:n',
  '@table_column':
    'name:s display_name:s width:s vertical_align:s horizontal_align:s data_type:s format:@number_format date_format:s',
  '@number_format': 'precision:n symbol:s separator:b',
  '@person_id': 'id:s',
  '@image_key': 'img_key:s transparent:b',
  '@ud_icon': 'token:s style:o',

  plain_text: 'tag:s content:s lines:n text_size:s text_align:s text_color:s i18n_content:o',
  lark_md: 'tag:s content:s i18n_content:o',
  '@div_lark_md': 'tag:s content:s lines:n text_size:s text_align:s text_color:s i18n_content:o',
  standard_icon: 'tag:s token:s color:s size:s img_key:s',
  custom_icon: 'tag:s img_key:s size:s',
  text_tag: 'tag:s element_id:s text:T color:s',

  div: `${common} width:s text:D icon:I text_size:o fields:[@div_field]`,
  '@div_field': 'is_short:b text:D',
  markdown: `${common} content:s text_align:s text_size:s icon:I i18n_content:o`,
  hr: common,
  img: `${common} img_key:s alt:P title:T corner_radius:s scale_type:s size:s transparent:b preview:b mode:s custom_width:a compact_width:b i18n_img_key:o`,
  img_combination: `${common} combination_mode:s combination_transparent:b corner_radius:s img_list:[@image_key]`,
  person: `${common} size:s user_id:s show_avatar:b show_name:b style:s`,
  person_list: `${common} drop_invalid_user_id:b lines:n show_name:b show_avatar:b size:s persons:[@person_id] icon:I ud_icon:@ud_icon`,
  chart: `${common} aspect_ratio:s color_theme:s chart_spec:o preview:b height:s`,
  table: `${common} page_size:n row_height:s row_max_height:s header_style:@table_header freeze_first_column:b columns:[@table_column] rows:a`,

  column_set: `${common} horizontal_spacing:s horizontal_align:s flex_mode:s background_style:s action:@column_action columns:[column]`,
  column: `${common} background_style:s width:s weight:n ${layout} padding:s elements:E action:@column_action`,
  form: `${common} ${layout} padding:s name:s elements:E fallback:o`,
  collapsible_panel: `${common} expanded:b ${layout} padding:s background_color:s header:@panel_header border:@border elements:E`,
  interactive_container: `${common} width:s height:s ${layout} background_style:s has_border:b border_color:s corner_radius:s padding:s behaviors:[@behavior] hover_tips:P disabled:b disabled_tips:P confirm:@confirm elements:E`,

  button: `${common} type:s size:s width:s text:T icon:I hover_tips:P disabled:b disabled_tips:P confirm:@confirm behaviors:[@behavior] name:s form_action_type:s action_type:s url:s multi_url:@url value:a`,
  input: `${common} name:s required:b disabled:b disabled_tips:P placeholder:P default_value:s width:s behaviors:[@behavior] max_length:n input_type:s show_icon:b rows:n auto_resize:b max_rows:n label:P label_position:s value:a confirm:@confirm fallback:o i18n_default_value:o`,
  select_static: `${choice} initial_option:s initial_index:n options:[@option]`,
  multi_select_static: `${choice} selected_values:S options:[@option]`,
  select_person: `${choice} initial_option:s options:[@person_option]`,
  multi_select_person: `${choice} selected_values:S options:[@person_option]`,
  select_img: `${common} multi_select:b layout:s name:s required:b can_preview:b aspect_ratio:s disabled:b disabled_tips:P value:a options:[@image_option] confirm:@confirm behaviors:[@behavior]`,
  date_picker: `${picker} initial_date:s`,
  picker_time: `${picker} initial_time:s`,
  picker_datetime: `${picker} initial_datetime:s`,
  overflow: `${common} width:s options:[@overflow_option] value:a confirm:@confirm`,
  checker: `${common} padding:s name:s checked:b text:D overall_checkable:b button_area:@button_area checked_style:@checked_style confirm:@confirm behaviors:[@behavior] hover_tips:P disabled:b disabled_tips:P type:s size:s icon:I value:a`,
}

/** Property name → type, for each tag or kind of object. */
export const fields: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(notation).map(([kind, text]) => [
    kind,
    new Map(
      text.split(' ').map((pair) => {
        const colon = pair.indexOf(':')
        return [pair.slice(0, colon), pair.slice(colon + 1)] as const
      }),
    ),
  ]),
)

/** What may stand in a list of elements. */
export const elementTags: ReadonlySet<string> = new Set(
  [...fields.keys()].filter(
    (kind) =>
      !kind.startsWith('@') &&
      !['plain_text', 'lark_md', 'standard_icon', 'custom_icon', 'text_tag', 'column'].includes(kind),
  ),
)

/** Tags of Card JSON 1.0 that 2.0 dropped. */
export const droppedTags: ReadonlySet<string> = new Set(['action', 'note'])

/** Controls a person can operate; inside a form each needs a name. */
export const controlTags: ReadonlySet<string> = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'select_img',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
])

const colours =
  'neutral blue turquoise lime orange violet indigo wathet green yellow red purple carmine grey default'.split(
    ' ',
  )
const aligns = ['left', 'center', 'right']
const verticals = ['top', 'center', 'bottom']

/** Closed lists of words. Only the fact that a list exists is documented, not what the server does about it. */
export const enums: Readonly<Record<string, readonly string[]>> = {
  '@header.template': colours.filter((colour) => !['neutral', 'lime'].includes(colour)),
  '@config.width_mode': ['fill', 'compact', 'default'],
  'text_tag.color': colours,
  'button.type': [
    'default',
    'primary',
    'danger',
    'text',
    'primary_text',
    'danger_text',
    'primary_filled',
    'danger_filled',
    'laser',
  ],
  'button.size': ['tiny', 'small', 'medium', 'large'],
  'button.form_action_type': ['submit', 'reset'],
  'input.input_type': ['text', 'multiline_text', 'password'],
  'input.label_position': ['top', 'left'],
  'column_set.flex_mode': ['none', 'stretch', 'flow', 'bisect', 'trisect'],
  '@body.direction': ['vertical', 'horizontal'],
  'form.direction': ['vertical', 'horizontal'],
  'column.direction': ['vertical', 'horizontal'],
  'column.vertical_align': verticals,
  'markdown.text_align': aligns,
  'plain_text.text_align': aligns,
  '@table_column.data_type': ['text', 'lark_md', 'number', 'options', 'persons', 'date', 'markdown'],
}
