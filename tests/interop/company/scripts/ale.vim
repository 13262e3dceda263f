" What ALE marks in a report, and the line of a fix that is taken.
function! Mark(each) abort
  let l:line = getline(a:each.lnum)
  let l:start = charidx(l:line, a:each.col - 1)
  return strcharpart(l:line, l:start, charidx(l:line, a:each.end_col - 1) - l:start + 1)
endfunction

function! Marks() abort
  let l:found = sort(copy(getloclist(0)), {one, other -> one.lnum - other.lnum})
  return map(l:found, {_, each -> Mark(each)})
endfunction

let s:tries = 0
while empty(getloclist(0)) && s:tries < 300
  sleep 200m
  let s:tries += 1
endwhile
let s:seen = {'marks': Marks()}
call search('"')
call feedkeys("1\<CR>", 't')
ALECodeAction
let s:before = getline('.')
let s:tries = 0
while getline('.') ==# s:before && s:tries < 50
  sleep 200m
  let s:tries += 1
endwhile
let s:seen.line = getline('.')
call writefile([json_encode(s:seen)], 'seen.json')
qall!
