import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { type Command, WORD, type Words } from "./command.ts";

/** How a shell asks for what may come next: `assay <ASK> -- WORDS`, the last of them being written. */
export const ASK = "--complete";

const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# assay in bash: assay completion bash >> ~/.bashrc
_assay() {
  local line kind="" words=()
  while IFS= read -r line; do
    case "$line" in
      :*) kind="$line" ;;
      *) words+=("\${line%%$'\\t'*}") ;;
    esac
  done < <("\${COMP_WORDS[0]}" ${ASK} -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  local IFS=$'\\n' current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "\${words[*]}" -- "$current"))
  case "$kind" in
    :files) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$current")) ;;
    :folders) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$current")) ;;
  esac
}
complete -F _assay assay
`,
  zsh: `#compdef assay
# assay in zsh: assay completion zsh >> ~/.zshrc, after compinit
_assay() {
  local line kind=""
  local -a described
  while IFS= read -r line; do
    case "$line" in
      :*) kind="$line" ;;
      *$'\\t'*) described+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
      *) described+=("\${line//:/\\\\:}") ;;
    esac
  done < <("\${words[1]}" ${ASK} -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#described} )) && _describe assay described
  case "$kind" in
    :files) _files ;;
    :folders) _files -/ ;;
  esac
}
compdef _assay assay
`,
  fish: `# assay in fish: assay completion fish > ~/.config/fish/completions/assay.fish
function __assay
  set -l words (commandline -opc) (commandline -ct)
  for line in ($words[1] ${ASK} -- $words[2..-1] 2>/dev/null)
    switch $line
      case ':files'
        __fish_complete_path (commandline -ct)
      case ':folders'
        __fish_complete_directories (commandline -ct) ''
      case '*'
        echo $line
    end
  end
end
complete -c assay -f -a '(__assay)'
`,
};

const SHELLS = Object.keys(SCRIPTS);

/** `assay completion SHELL`: prints the script by which a shell completes the words of assay. */
export const completionCommand: Command = {
  name: "completion",
  parts: [],
  values: { [WORD]: async () => [...SHELLS] },
  needs: { [WORD]: { what: `one of ${SHELLS.join(", ")}`, example: "bash" } },
  options: {},
  module: {
    command: "completion <shell>",
    describe: "Print a script that completes the words of assay in a shell",
    builder: (parser) =>
      parser
        .usage(
          "Usage: $0 completion bash|zsh|fish\n\nPrints a script by which the shell completes commands, options, files and ids.",
        )
        .positional("shell", { type: "string", describe: SHELLS.join(", ") })
        .example("$0 completion bash >> ~/.bashrc", "in every bash from now on")
        .example("$0 completion zsh >> ~/.zshrc", "in every zsh, after compinit")
        .example("$0 completion fish | source", "in this fish"),
    handler: script,
  },
};

function script(words: Words): void {
  const shell = String(words.shell);
  const text = SCRIPTS[shell];
  if (text === undefined) throw new InputError(unknownName("shell", shell, SHELLS));
  process.stdout.write(text);
}
