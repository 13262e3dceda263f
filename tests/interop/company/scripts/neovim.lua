-- What Neovim marks in a report, and the line of a fix that is taken.
local function diagnostics()
  local found = vim.diagnostic.get(0)
  table.sort(found, function(a, b) return a.lnum < b.lnum end)
  return found
end
local function marks()
  local texts = {}
  for _, each in ipairs(diagnostics()) do
    local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, true)[1]
    table.insert(texts, line:sub(each.col + 1, each.end_col))
  end
  return texts
end

vim.wait(60000, function() return #diagnostics() > 0 end, 50)
local seen = { marks = marks() }
vim.fn.search('"')
local here = vim.lsp.util.make_range_params()
here.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', here, 60000) or {}
local _, answer = next(answers)
for _, action in ipairs(answer and answer.result or {}) do
  if action.title:find(vim.env.FIX, 1, true) then
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    break
  end
end
seen.line = vim.api.nvim_get_current_line()
io.stdout:write(vim.json.encode(seen) .. '\n')
vim.cmd('qa!')
