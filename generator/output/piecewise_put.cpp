// OutputFolder::put_pieces: an output that is never in memory as a whole. Its bytes are compared with the existing file
// until they differ; only then is anything staged, starting with a copy of the equal part.
#include <algorithm>
#include <string>
#include <utility>

#include "base/hash.h"
#include "output/output_folder.h"
#include "output/ownership.h"

namespace errpress::output {

namespace {

// An output smaller than one piece is passed to put.
constexpr std::size_t kPieceSize = std::size_t{1} << 20;

}  // namespace

class PiecewisePut {
 public:
  PiecewisePut(OutputFolder& folder, std::uint32_t id)
      : folder_(folder), output_(folder.outputs_[id]), kind_(folder.snapshot_.files[id]), id_(id) {}

  void append(std::string_view bytes) {
    while (status_ && !bytes.empty()) {
      const std::size_t taken = std::min(kPieceSize - piece_.size(), bytes.size());
      piece_.append(bytes.substr(0, taken));
      bytes.remove_prefix(taken);
      if (piece_.size() == kPieceSize) take_piece();
    }
  }

  base::Status finish() {
    if (status_ && content_.size == 0) return folder_.put(id_, piece_);
    if (status_ && !piece_.empty()) take_piece();
    if (status_ && phase_ == Phase::comparing) check_end();
    output_.content = {content_.size, hash_.value()};
    Holding holding = kind_ == disk::Kind::none ? Holding::nothing : Holding::changed;
    if (status_ && phase_ == Phase::comparing) holding = Holding::wanted;
    if (status_ && phase_ == Phase::different && kind_ == disk::Kind::file) status_ = judge_there(holding);
    output_.state = status_ ? folder_.state_of(output_, holding) : State::failed;
    return status_;
  }

 private:
  enum class Phase : std::uint8_t { start, comparing, different };

  void take_piece() {
    if (phase_ == Phase::start) phase_ = kind_ == disk::Kind::file ? Phase::comparing : Phase::different;
    if (phase_ == Phase::comparing && !continues_with(piece_)) begin_staging();
    if (status_ && phase_ == Phase::different) stage(piece_);
    hash_.append(piece_);
    content_.size += piece_.size();
    piece_.clear();
  }

  // Whether the existing file continues with these bytes.
  bool continues_with(std::string_view bytes) {
    status_ = read_there(content_.size, bytes.size());
    return status_ && there_ == bytes;
  }

  // Checks that the existing file ends here.
  void check_end() {
    status_ = read_there(content_.size, 1);
    if (status_ && !there_.empty()) begin_staging();
  }

  // Stages the bytes that were equal.
  void begin_staging() {
    if (!status_) return;
    phase_ = Phase::different;
    if (!stages()) return;
    base::RunningHash copied;
    for (std::uint64_t at = 0; at < content_.size; at += kPieceSize) {
      status_ = read_there(at, kPieceSize);
      if (!status_) return;
      there_.resize(std::min<std::uint64_t>(there_.size(), content_.size - at));
      copied.append(there_);
      stage(there_);
      if (!status_) return;
    }
    if (copied.value() != hash_.value()) {
      status_ = base::Error{"changed while it was being read; run errpress again", shown_path()};
    }
  }

  // Classifies an existing file that does not hold the wanted bytes.
  base::Status judge_there(Holding& holding) {
    const std::string_view path = folder_.plan_.path(id_);
    const auto lines = folder_.outputs_.lines_of(id_);
    const auto error = judge_other(*folder_.disk_, path, lines, {output_.content}, holding, output_.seen);
    if (error) return disk::disk_error("read", shown_path(), error);
    return base::Done{};
  }

  // In Mode::write everything is staged, since whether the bytes will be written is known only at the end.
  bool stages() const { return folder_.options_.mode == Mode::write; }

  void stage(std::string_view bytes) {
    if (!stages()) return;
    status_ = std::exchange(staged_, true) ? folder_.staging_.append(id_, bytes) : folder_.staging_.write(id_, bytes);
  }

  base::Status read_there(std::uint64_t offset, std::size_t size) {
    const auto error = folder_.disk_->read_part(folder_.plan_.path(id_), offset, size, there_);
    if (error) return disk::disk_error("read", shown_path(), error);
    return base::Done{};
  }

  std::string shown_path() const { return folder_.shown_path(folder_.plan_.path(id_)); }

  OutputFolder& folder_;
  Output& output_;
  const disk::Kind kind_;
  const std::uint32_t id_;
  Phase phase_ = Phase::start;
  bool staged_ = false;
  std::string piece_;       // bytes not processed yet
  std::string there_;       // bytes of the existing file
  base::RunningHash hash_;  // of the bytes processed
  Content content_;         // size of the bytes processed
  base::Status status_ = base::Done{};
};

base::Status OutputFolder::put_pieces(std::uint32_t id, const std::function<base::Status(const PieceSink&)>& write) {
  if (is_refused(outputs_[id].state)) return base::Done{};
  PiecewisePut put(*this, id);
  if (auto status = write([&](std::string_view bytes) { put.append(bytes); }); !status) {
    outputs_[id].state = State::failed;
    return status;
  }
  return put.finish();
}

}  // namespace errpress::output
