-- Run by test_neovim.py: what a user of Neovim sees of a report, written as JSON.
local seen, patience = {}, 60000

local function wait(condition, what)
  assert(vim.wait(patience, condition, 10), what)
end

local function codes()
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    local lsp = item.user_data and item.user_data.lsp or {}
    local place = item.lnum .. ':' .. item.col .. '-' .. item.end_col
    table.insert(found, (item.code or lsp.code) .. ' ' .. item.severity .. ' ' .. place)
  end
  table.sort(found)
  return found
end

local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, patience), method)
  local _, answer = next(answers)
  return assert(answer.result, method)
end

local function run()
  wait(function() return #codes() == 2 end, 'the first diagnostics')
  seen.first = codes()

  vim.api.nvim_win_set_cursor(0, { 32, 0 })
  vim.fn.search('5 | |$')
  seen.row = vim.api.nvim_get_current_line()
  seen.hover = ask('textDocument/hover', vim.lsp.util.make_position_params()).contents.value

  local outline = ask('textDocument/documentSymbol', { textDocument = { uri = vim.uri_from_bufnr(0) } })
  seen.outline = { outline[1].name, #outline[1].children }

  local here = vim.lsp.util.make_range_params()
  here.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
  local actions = ask('textDocument/codeAction', here)
  seen.actions = {}
  for _, action in ipairs(actions) do table.insert(seen.actions, action.title) end
  for _, action in ipairs(actions) do
    if action.title:find('GK303', 1, true) then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    end
  end
  seen.commented = vim.api.nvim_get_current_line()
  vim.cmd([[silent substitute/理由：/理由：原表如此/]])
  wait(function() return #codes() == 1 end, 'the diagnostics without what is accepted')
  seen.accepted = codes()

  vim.api.nvim_buf_set_lines(0, 31, 32, true, { vim.env.GKLINT_RIGHT_ROW })
  wait(function() return #codes() == 0 end, 'no diagnostics')
  seen.last = codes()

  vim.api.nvim_win_set_cursor(0, { 32, 0 })
  vim.fn.search('3 | |$')
  vim.lsp.buf.hover()
  wait(function() return #vim.api.nvim_list_wins() == 2 end, 'the window with what is told')
  vim.cmd('silent saveas 新年报.md')
  vim.cmd('silent edit')
  vim.api.nvim_buf_set_lines(0, 0, 1, true, {})
  wait(function() return #codes() > 0 end, 'the diagnostics under the new name')
  seen.renamed = codes()
  seen.messages = vim.fn.execute('messages')
end

local done, problem = pcall(run)
seen.problem = not done and tostring(problem) or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.GKLINT_SEEN)
vim.cmd('qall!')
